import type * as english from '../en/settings.ts';

export const settings: typeof english.settings = {
  title: 'Einstellungen',
  general: 'Allgemein',
  members: 'Mitglieder',
  'api-keys': 'API-Schlüssel',
  'audit-log': 'Änderungsprotokoll',
  developer: 'Entwicklung',
  account: 'Ihr Konto',
  workspace: 'Arbeitsbereich',
  you: 'Sie',
  agent: 'Agent',
  name: 'Name des Arbeitsbereichs',
  eventLink: 'Wo Termine gebucht werden',
  eventLinkHint: 'Für Aktionen, die mit Cal.com buchen und keine eigene Seite nennen.',
  save: 'Speichern',
  saved: 'Gespeichert.',
};

export const members: typeof english.members = {
  title: 'Mitglieder',
  hint: 'Wer in diesem Arbeitsbereich arbeitet, und was sie dürfen.',
  who: 'Wer',
  you: 'Sie',
  role: 'Rolle',
  roleOf: 'Rolle von {{name}}',
  email: 'E-Mail',
  invite: 'Einladen',
  invited:
    '{{email}} bekommt eine Mail mit einem Link. Ohne eingerichtete Mail steht sie im Protokoll des Servers.',
  notSent:
    'Die Einladung ist erstellt, aber die Mail an {{email}} ging nicht hinaus. {{problem}} Kopieren Sie jetzt den Link und geben Sie ihn selbst weiter.',
  invitations: 'Offene Einladungen',
  noInvitations: 'Keine.',
  until: 'bis {{day}}',
  withdraw: 'Zurücknehmen',
  withdrawOne: 'Einladung von {{email}} zurücknehmen',
  remove: 'Entfernen',
  removeOne: '{{name}} entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText: 'Der Zugang endet sofort. Was geschrieben wurde, bleibt.',
  changed: '{{name}} ist jetzt {{role}}.',
  owner: 'Inhaber',
  admin: 'Admin',
  member: 'Mitglied',
  viewer: 'Betrachter',
};

export const keys: typeof english.keys = {
  title: 'API-Schlüssel',
  hint: 'Für Programme, die die API aufrufen. Ein Schlüssel darf nur, was seine Rechte sagen.',
  make: 'Schlüssel anlegen',
  none: 'Noch keine Schlüssel',
  noneHint: 'Legen Sie einen an, wenn ein Programm Kontakte lesen oder Aktionen ändern soll.',
  name: 'Name',
  nameHint: 'Was ihn benutzt, etwa „CRM-Import“.',
  scopes: 'Was er darf',
  scopesHint: 'So wenig, wie das Programm braucht.',
  lastUsed: 'Zuletzt benutzt',
  never: 'Nie',
  by: 'angelegt von {{name}}',
  revoke: 'Widerrufen',
  revokeOne: '{{name}} widerrufen',
  revoked: 'Widerrufen',
  revokeTitle: '{{name}} widerrufen?',
  revokeText:
    'Programme, die ihn benutzen, werden ab sofort abgewiesen. Das lässt sich nicht rückgängig machen.',
  once: 'Kopieren Sie den Schlüssel jetzt: Er wird nie wieder gezeigt.',
  key: 'Der Schlüssel',
  copy: 'Kopieren',
  copied: 'Kopiert',
  done: 'Fertig',
};

export const audit: typeof english.audit = {
  title: 'Änderungsprotokoll',
  hint: 'Was geändert wurde, von wem und von wo. Niemand kann es nachträglich ändern.',
  none: 'Noch wurde nichts geändert',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  details: 'Einzelheiten',
};

export const developer: typeof english.developer = {
  title: 'Entwicklung',
  hint: 'Alles hier können auch Programme.',
  text: 'Die Oberfläche benutzt dieselbe API, mit denselben Rechten.',
  reference: 'Referenz der API',
  openapi: 'OpenAPI-Beschreibung',
  keys: 'API-Schlüssel anlegen',
};

export const account: typeof english.account = {
  title: 'Ihr Konto',
  name: 'Name',
  email: 'E-Mail',
  current: 'Aktuelles Passwort',
  new: 'Neues Passwort',
  rule: 'Mindestens 12 Zeichen. Ihre anderen Sitzungen enden.',
  change: 'Passwort ändern',
  changed: 'Das Passwort ist geändert.',
};
