import type { Pool } from 'pg';

export const BEAT_MS = 2_000;
/** Who is silent for this long is taken for dead. */
const SILENT_SECONDS = 8;

export async function signOn(pool: Pool, id: string): Promise<void> {
  await pool.query('insert into engine_processes (id) values ($1)', [id]);
}

/** Says that this process lives, unless it was taken for dead, and looks for others that say nothing. */
export async function beat(pool: Pool, id: string): Promise<{ isKnown: boolean; silent: string[] }> {
  const { rows } = await pool.query<{ known: boolean; silent: string[] }>({
    name: 'engine-beat',
    text: `with own as (
        update engine_processes set beat_at = now() where id = $1 returning id
      )
      select exists (select from own) as known, array(
        select id from engine_processes
        where id <> $1 and beat_at < now() - interval '${SILENT_SECONDS} seconds') as silent`,
    values: [id],
  });
  return { isKnown: rows[0]?.known ?? false, silent: rows[0]?.silent ?? [] };
}

/** Leaves. With work that did not come to an end the row stays, and by its silence that work is found. */
export async function signOff(pool: Pool, id: string): Promise<void> {
  await pool.query(
    `delete from engine_processes where id = $1
      and not exists (select from dbos.workflow_status where executor_id = $1 and status = 'PENDING')`,
    [id],
  );
}

/** Takes hold of a silent process's row, for a transaction; false: it spoke, or another process has it. */
export const HOLD_SILENT = `select from engine_processes
  where id = $1 and beat_at < now() - interval '${SILENT_SECONDS} seconds' for update skip locked`;
