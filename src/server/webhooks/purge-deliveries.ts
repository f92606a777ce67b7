import type { Pool } from 'pg';

/** The log of a delivery is kept for a month; for how long what was sent is, each workspace says itself. */
export async function purgeDeliveries(pool: Pool): Promise<void> {
  await pool.query(
    `delete from webhook_deliveries where happened_at < now() - interval '30 days' and state <> 'pending'`,
  );
}
