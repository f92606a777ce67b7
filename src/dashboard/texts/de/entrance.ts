import type {
  invitation as englishInvitation,
  password as englishPassword,
  setup as englishSetup,
  signIn as englishSignIn,
} from '../en/entrance.ts';

export const signIn: typeof englishSignIn = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  forgotten: 'Passwort vergessen?',
};

export const setup: typeof englishSetup = {
  title: 'Willkommen bei Bellhop',
  hint: 'Legen Sie das Konto der Inhaberin oder des Inhabers an. Das dauert eine Minute und wird nur einmal gefragt.',
  code: 'Einmalcode',
  codeHint: 'Er steht im Terminal, in dem Sie <code>npm start</code> ausgeführt haben.',
  name: 'Ihr Name',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens 12 Zeichen.',
  workspaceName: 'Name Ihres Geschäfts oder Teams',
  workspaceHint: 'So heißt zunächst auch Ihr Agent.',
  start: 'Los',
};

export const password: typeof englishPassword = {
  forgottenTitle: 'Passwort vergessen?',
  forgottenHint: 'Wir schicken einen Link, um ein neues zu setzen. Er gilt 30 Minuten.',
  email: 'E-Mail',
  send: 'Link schicken',
  sent: 'Wenn es zu dieser Adresse ein Konto gibt, ist eine Mail unterwegs. Ohne eingerichtete Mail steht sie im Protokoll des Servers.',
  toSignIn: 'Zurück zur Anmeldung',
  resetTitle: 'Neues Passwort setzen',
  new: 'Neues Passwort',
  rule: 'Mindestens 12 Zeichen.',
  save: 'Passwort speichern',
  saved: 'Das neue Passwort ist gespeichert. Melden Sie sich damit an.',
  newLink: 'Neuen Link anfordern',
};

export const invitation: typeof englishInvitation = {
  title: 'Einladung',
  join: '{{workspaceName}} beitreten',
  as: 'Als {{email}}, {{role}}.',
  name: 'Ihr Name',
  newPassword: 'Passwort wählen',
  yourPassword: 'Ihr Passwort',
  known: 'Sie haben schon ein Konto bei diesem Bellhop.',
  rule: 'Mindestens 12 Zeichen.',
  accept: 'Einladung annehmen',
  owner: 'Inhaber',
  admin: 'Admin',
  member: 'Mitglied',
  viewer: 'Betrachter',
};
