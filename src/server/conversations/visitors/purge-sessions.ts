import type { Pool } from 'pg';

/** Removes the tokens that are no longer taken, and what was signed of visitors and holds no more. The conversations stay. */
export async function purgeSessions(pool: Pool): Promise<void> {
  await pool.query('delete from visitor_sessions where expires_at < now()');
  await pool.query(
    'update visitors set attributes = null where verified_until < now() and attributes is not null',
  );
}
