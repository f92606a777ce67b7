import type { Pool } from 'pg';

/** Longer than an attempt and all tries to record it can take. */
const STUCK_MINUTES = 10;

/** Attempts whose outcome could not be written down, as when the database was away for minutes, or was restored from a copy. */
export async function releaseStuck(pool: Pool): Promise<void> {
  await pool.query({
    name: 'release-stuck-attempts',
    text: `update webhook_deliveries set begun_at = null, attempt = attempt + 1, tries = tries + 1, next_attempt_at = now()
      where state = 'pending' and begun_at < now() - interval '${STUCK_MINUTES} minutes'`,
  });
}
