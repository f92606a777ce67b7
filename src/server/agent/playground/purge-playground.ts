import type { Pool } from 'pg';
import { PLAYGROUND_HOURS } from './open-playground.ts';

const BATCH = 1_000;

/** Deletes whom the team played, with all that was said, once nobody can go on with it. */
export async function purgePlayground(pool: Pool): Promise<void> {
  await pool.query(
    `delete from visitors where id in (
      select visitor_id from conversations
      where channel = 'playground' and last_at < now() - interval '${PLAYGROUND_HOURS} hours' limit ${BATCH}
    )`,
  );
}
