import type { setup as englishSetup, signIn as englishSignIn } from '../en/entrance.ts';

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
  workspaceHint: 'Besucher sehen ihn nicht, Ihr Team schon.',
  start: 'Los',
};
