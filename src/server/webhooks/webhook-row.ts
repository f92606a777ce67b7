import type { EventType, Webhook } from '../../contract/operation/webhook.ts';

export interface WebhookRow {
  id: string;
  workspace_id: string;
  url: string;
  events: EventType[];
  enabled: boolean;
  disabled_reason: string | null;
  old_secret_until: Date | null;
  created_at: Date;
  updated_at: Date;
}

export const WEBHOOK_COLUMNS =
  'id, workspace_id, url, events, enabled, disabled_reason, old_secret_until, created_at, updated_at';

export function toWebhook(row: WebhookRow): Webhook {
  const until = row.old_secret_until;
  return {
    id: row.id,
    url: row.url,
    events: row.events,
    enabled: row.enabled,
    disabledReason: row.disabled_reason,
    oldSecretUntil: until && until.getTime() > Date.now() ? until.toISOString() : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
