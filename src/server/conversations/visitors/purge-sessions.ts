import type { Pool } from 'pg';

/** Removes the tokens that are no longer taken. The conversations stay. */
export async function purgeSessions(pool: Pool): Promise<void> {
  await pool.query('delete from visitor_sessions where expires_at < now()');
}
