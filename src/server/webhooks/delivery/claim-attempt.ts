import type { Pool } from 'pg';
import type { DeliveryRow } from '../delivery-row.ts';
import type { AttemptRef } from './attempt-id.ts';

export type ClaimedAttempt = Pick<DeliveryRow, 'id' | 'event_id' | 'type' | 'data' | 'happened_at'> & {
  workspace_id: string;
  webhook_id: string;
  url: string;
  /** That tells people of it, in place of the url. */
  connection_id: string | null;
  secret: string;
  /** Null: it does not sign any more. */
  old_secret: string | null;
};

/**
 * Marks an attempt as begun, which happens once: who gets the row may send, and nobody else ever does.
 * @returns null when it was begun before, or is not asked for any more
 */
export async function claimAttempt(
  pool: Pool,
  { deliveryId, attempt }: AttemptRef,
): Promise<ClaimedAttempt | null> {
  const { rows } = await pool.query<ClaimedAttempt>({
    name: 'claim-attempt',
    text: `update webhook_deliveries set begun_at = now() from webhooks
      where webhook_deliveries.id = $1 and attempt = $2 and state = 'pending' and begun_at is null
        and webhooks.id = webhook_id and webhooks.enabled
      returning webhook_deliveries.id, event_id, type, data, happened_at, webhook_deliveries.workspace_id, webhook_id,
        webhooks.url, webhooks.connection_id, webhooks.secret,
        case when webhooks.old_secret_until > now() then webhooks.old_secret end as old_secret`,
    values: [deliveryId, attempt],
  });
  return rows[0] ?? null;
}
