import type * as english from '../en/deeds.ts';

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
