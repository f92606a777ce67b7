import type { Pool } from 'pg';
import type { Delivery, Webhook } from '../../contract/operation/webhook.ts';
import { AppError, notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { DELIVERY_COLUMNS, type DeliveryRow, toDelivery } from './delivery-row.ts';

interface DeliveryPlace {
  workspaceId: string;
  webhookId: string;
}

type DeliveryQuery = PageQuery & { state?: Delivery['state'] | undefined };

/** The newest first. */
export async function listDeliveries(
  pool: Pool,
  { workspaceId, webhookId }: DeliveryPlace,
  { limit, cursor, state }: DeliveryQuery,
) {
  const { rows } = await pool.query<DeliveryRow>(
    `select ${DELIVERY_COLUMNS} from webhook_deliveries
      where workspace_id = $1 and webhook_id = $2 and ($3::text is null or id < $3)
        and ($4::text is null or state = $4)
      order by id desc limit $5`,
    [workspaceId, webhookId, readCursor(cursor, idCursor)?.[0] ?? null, state ?? null, limit + 1],
  );
  return toPage(rows, limit, (row) => [row.id], toDelivery);
}

/** Sends an event again, or at once when it waits for its next attempt. @throws AppError `not_found`, `conflict` */
export async function redeliver(pool: Pool, webhook: DeliveryPlace, id: string): Promise<Delivery> {
  const { workspaceId, webhookId } = webhook;
  const place = [workspaceId, webhookId, id];
  const { rows } = await pool.query<DeliveryRow>(
    `update webhook_deliveries set state = 'pending', attempt = attempt + 1, tries = 0,
        next_attempt_at = now(), ended_at = null
      where workspace_id = $1 and webhook_id = $2 and id = $3 and data is not null and begun_at is null
      returning ${DELIVERY_COLUMNS}`,
    place,
  );
  if (rows[0]) return toDelivery(rows[0]);
  const found = await pool.query<DeliveryRow>(
    `select ${DELIVERY_COLUMNS} from webhook_deliveries where workspace_id = $1 and webhook_id = $2 and id = $3`,
    place,
  );
  if (!found.rows[0]) throw notFound('delivery');
  // An attempt that is under way is what was asked for.
  if (found.rows[0].data) return toDelivery(found.rows[0]);
  throw new AppError('conflict', {
    publicMessage: 'What was sent is kept for seven days, and these are over. It cannot be sent again.',
  });
}

/** Sends an event that says no more than that it is a test. */
export async function sendTest(pool: Pool, workspaceId: string, webhook: Webhook): Promise<Delivery> {
  const { rows } = await pool.query<DeliveryRow>(
    `insert into webhook_deliveries (id, workspace_id, webhook_id, event_id, type, data)
      values ($1, $2, $3, $4, 'webhook.test', $5) returning ${DELIVERY_COLUMNS}`,
    [
      newId().replaceAll('-', ''),
      workspaceId,
      webhook.id,
      `test_${newId()}`,
      { message: 'This is a test from Bellhop.', webhookId: webhook.id },
    ],
  );
  return toDelivery(rows[0] as DeliveryRow);
}

/** Only what is on can be sent to. @throws AppError `conflict` */
export function checkEnabled({ enabled }: Webhook): void {
  if (enabled) return;
  throw new AppError('conflict', { publicMessage: 'This webhook is turned off. Turn it on first.' });
}
