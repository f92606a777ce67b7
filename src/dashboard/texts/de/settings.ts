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
  check: 'Protokoll prüfen',
  whole_one: 'Das Protokoll ist vollständig: Sein einziger Eintrag ist, was geschrieben wurde.',
  whole_other: 'Das Protokoll ist vollständig: Alle {{count}} Einträge sind, was geschrieben wurde.',
  broken: 'Das Protokoll ist nicht, was geschrieben wurde',
  fits_one: 'Ein Eintrag davor ist in Ordnung.',
  fits_other: '{{count}} Einträge davor sind in Ordnung.',
  changed: 'Eintrag {{row}} oder der davor wurde geändert.',
  missing: 'Ab Nummer {{row}} fehlen mitten im Protokoll Einträge.',
  cut: 'Ab Nummer {{row}} wurden Einträge am Ende abgeschnitten.',
  added: 'Einträge ab {{row}} sind nicht von Bellhop, oder von einer Version, die nichts versiegelt.',
  rewritten:
    'Ein Eintrag wurde geändert, und alle danach wurden neu gemacht. Welcher es war, lässt sich nicht sagen.',
  'no-seal':
    'Das Ende trägt kein Siegel: Seit dem Update von Bellhop wurde nichts geschrieben, oder jemand hat es entfernt.',
  'wrong-seal':
    'Das Siegel am Ende ist nicht von dieser Installation: Jemand hat es von Hand gemacht, oder ihr Schlüssel ist neu.',
  'sealed-again':
    'Das Siegel ging verloren und wurde mit Eintrag {{row}} neu gemacht. Was davor stand, kann abgeschnitten oder von anderen geschrieben sein.',
};

export const deeds: typeof english.deeds = {
  'set-up': 'Hat Bellhop eingerichtet',
  'workspace-made': 'Hat den Arbeitsbereich angelegt',
  'signed-in': 'Hat sich angemeldet',
  'signed-out': 'Hat sich abgemeldet',
  'sign-in-failed': 'Anmeldung fehlgeschlagen',
  'password-changed': 'Hat das eigene Passwort geändert',
  'password-reset': 'Hat über einen Link per Mail ein neues Passwort gesetzt',
  joined: 'Hat eine Einladung angenommen',
  'log-sealed': 'Hat das Protokoll ab hier versiegelt; was davor steht, trug kein Siegel dieser Installation',

  'patch /api/v1/members/{id}': 'Hat die Rolle eines Mitglieds geändert',
  'delete /api/v1/members/{id}': 'Hat ein Mitglied entfernt',
  'post /api/v1/invitations': 'Hat jemanden eingeladen',
  'delete /api/v1/invitations/{id}': 'Hat eine Einladung zurückgenommen',
  'post /api/v1/api-keys': 'Hat einen API-Schlüssel angelegt',
  'delete /api/v1/api-keys/{id}': 'Hat einen API-Schlüssel widerrufen',
  'patch /api/v1/workspace': 'Hat Einstellungen des Arbeitsbereichs geändert',

  'post /api/v1/agents': 'Hat einen Agenten angelegt',
  'patch /api/v1/agents/{id}': 'Hat einen Agenten geändert',
  'delete /api/v1/agents/{id}': 'Hat einen Agenten gelöscht',
  'post /api/v1/agents/{id}/versions/{version}/restore':
    'Hat eine frühere Fassung eines Agenten zurückgeholt',
  'post /api/v1/agents/{id}/decide': 'Hat einen Agenten gefragt, was er täte',
  'post /api/v1/agents/{id}/playground': 'Hat ein Gespräch in der Probe begonnen',
  'post /api/v1/agents/{id}/identity-secrets':
    'Hat ein Geheimnis angelegt, mit dem Besucher ausgewiesen werden',
  'delete /api/v1/agents/{id}/identity-secrets/{secretId}':
    'Hat ein Geheimnis gelöscht, mit dem Besucher ausgewiesen werden',
  'post /api/v1/models/test': 'Hat ein Modell geprüft',

  'post /api/v1/agents/{id}/actions': 'Hat eine Aktion angelegt',
  'patch /api/v1/actions/{id}': 'Hat eine Aktion geändert',
  'delete /api/v1/actions/{id}': 'Hat eine Aktion archiviert oder endgültig gelöscht',
  'post /api/v1/actions/{id}/restore': 'Hat eine Aktion zurückgeholt',
  'post /api/v1/actions/{id}/copy': 'Hat eine Aktion kopiert',
  'post /api/v1/actions/{id}/approve-tool': 'Hat ein geändertes Werkzeug freigegeben',
  'post /api/v1/actions/{id}/preview': 'Hat die Anfrage einer Aktion angesehen',
  'post /api/v1/actions/{id}/test': 'Hat eine Aktion ausprobiert',

  'post /api/v1/connections': 'Hat ein Konto verbunden',
  'patch /api/v1/connections/{id}': 'Hat eine Verbindung geändert',
  'delete /api/v1/connections/{id}': 'Hat eine Verbindung getrennt',
  'post /api/v1/connections/{id}/test': 'Hat eine Verbindung geprüft',
  'put /api/v1/secrets/{name}': 'Hat ein Geheimnis gespeichert',
  'delete /api/v1/secrets/{name}': 'Hat ein Geheimnis gelöscht',

  'post /api/v1/knowledge/sources': 'Hat eine Wissensquelle hinzugefügt',
  'put /api/v1/knowledge/sources/{id}': 'Hat eine Wissensquelle geändert',
  'delete /api/v1/knowledge/sources/{id}': 'Hat eine Wissensquelle gelöscht',

  'post /api/v1/webhooks': 'Hat einen Webhook angelegt',
  'patch /api/v1/webhooks/{id}': 'Hat einen Webhook geändert',
  'delete /api/v1/webhooks/{id}': 'Hat einen Webhook gelöscht',
  'post /api/v1/webhooks/{id}/rotate-secret': 'Hat das Geheimnis eines Webhooks gewechselt',
  'post /api/v1/webhooks/{id}/test': 'Hat einen Webhook geprüft',
  'post /api/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver':
    'Hat einem Webhook etwas noch einmal gesendet',

  'post /api/v1/conversations/{id}/replies': 'Hat einem Besucher geantwortet',
  'post /api/v1/conversations/{id}/files': 'Hat einem Besucher eine Datei gesendet',
  'post /api/v1/conversations/{id}/close': 'Hat ein Gespräch geschlossen',
  'post /api/v1/conversations/{id}/reopen': 'Hat ein Gespräch wieder geöffnet',
  'put /api/v1/conversations/{id}/assignee': 'Hat ein Gespräch jemandem zugewiesen',
  'post /api/v1/conversations/{id}/notes': 'Hat eine Notiz für das Team geschrieben',
  'put /api/v1/conversations/{id}/auto-reply':
    'Hat die Antworten des Agenten in einem Gespräch ein- oder ausgeschaltet',

  'delete /api/v1/leads/{id}': 'Hat einen Lead gelöscht',
  'delete /api/v1/people': 'Hat die Daten einer Person gelöscht',
  'post /api/v1/backups': 'Hat eine Sicherung begonnen',
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
