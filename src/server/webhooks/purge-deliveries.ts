import type { Pool } from 'pg';

/** What was sent is kept for a week, the log of a delivery for a month. */
export async function purgeDeliveries(pool: Pool): Promise<void> {
  await pool.query(
    `update webhook_deliveries set data = null,
        attempts = (
          select coalesce(jsonb_agg(item || '{"response": null}'), '[]') from jsonb_array_elements(webhook_deliveries.attempts) as item)
      where happened_at < now() - interval '7 days' and data is not null and state <> 'pending'`,
  );
  await pool.query(
    `delete from webhook_deliveries where happened_at < now() - interval '30 days' and state <> 'pending'`,
  );
}
