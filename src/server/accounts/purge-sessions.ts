import type { Pool } from 'pg';

/** What has ended by its time: sessions, links for a new password, invitations. */
export async function purgeSessions(pool: Pool): Promise<void> {
  await pool.query('delete from user_sessions where expires_at < now()');
  await pool.query('delete from user_verifications where expires_at < now()');
  await pool.query('delete from invitations where expires_at < now()');
}
