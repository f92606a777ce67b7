import type { Pool } from 'pg';

export interface DueAttempt {
  deliveryId: string;
  attempt: number;
  webhookId: string;
}

/** What is to be sent now, so many for each webhook: one that is behind does not hide the others. */
export async function findDue(pool: Pool, perWebhook: number): Promise<DueAttempt[]> {
  const { rows } = await pool.query<DueAttempt>({
    name: 'due-deliveries',
    text: `select due.id as "deliveryId", due.attempt, webhooks.id as "webhookId"
      from webhooks cross join lateral (
        select id, attempt from webhook_deliveries
        where webhook_id = webhooks.id and state = 'pending' and begun_at is null and next_attempt_at <= now()
        order by next_attempt_at limit $1
      ) as due
      where webhooks.enabled`,
    values: [perWebhook],
  });
  return rows;
}

export async function hasWebhooks(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ has: boolean }>(
    'select exists (select from webhooks where enabled) as has',
  );
  return rows[0]?.has ?? false;
}
