import type { Delivery } from '../../contract/operation/webhook.ts';

export interface DeliveryRow {
  id: string;
  webhook_id: string;
  event_id: string;
  type: string;
  data: Record<string, unknown> | null;
  state: Delivery['state'];
  happened_at: Date;
  next_attempt_at: Date | null;
  attempts: Delivery['attempts'];
  ended_at: Date | null;
}

export const DELIVERY_COLUMNS = [
  'id',
  'webhook_id',
  'event_id',
  'type',
  'data',
  'state',
  'happened_at',
  'next_attempt_at',
  'attempts',
  'ended_at',
]
  .map((column) => `webhook_deliveries.${column}`)
  .join(', ');

/** What is sent: the same in every attempt. Null: its data is no longer kept. */
export function toPayload(
  row: Pick<DeliveryRow, 'event_id' | 'type' | 'data' | 'happened_at'>,
): Record<string, unknown> | null {
  const { event_id: id, type, data, happened_at } = row;
  return data && { id, type, timestamp: happened_at.toISOString(), data };
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    type: row.type,
    state: row.state,
    payload: toPayload(row),
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    attempts: row.attempts,
    createdAt: row.happened_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
