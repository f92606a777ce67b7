import type { Pool } from 'pg';

/** Longer than an attempt and all tries to record it can take. */
const STUCK_MINUTES = 10;

/**
 * Gives new numbers to attempts whose runs have ended without a word, as when the database was away for minutes: to those that
 * were begun, and to those that never were. Of the latter some only wait for a slow receiver; a new number costs them nothing.
 */
export async function releaseStuck(pool: Pool): Promise<void> {
  await pool.query({
    name: 'release-begun-attempts',
    text: `update webhook_deliveries set begun_at = null, attempt = attempt + 1, tries = tries + 1, next_attempt_at = now()
      where state = 'pending' and begun_at < now() - interval '${STUCK_MINUTES} minutes'`,
  });
  await pool.query({
    name: 'release-due-attempts',
    text: `update webhook_deliveries set attempt = attempt + 1, next_attempt_at = now()
      where state = 'pending' and begun_at is null and next_attempt_at < now() - interval '${STUCK_MINUTES} minutes'
        and webhook_id in (select id from webhooks where enabled)`,
  });
}
