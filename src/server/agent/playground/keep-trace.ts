import type { Pool } from 'pg';
import type { TurnTrace } from '../../../contract/playground.ts';

/** Keeps why a turn comes out as it does, before what comes out of it can be seen. A turn that begins anew has its newest. */
export async function keepTrace(
  pool: Pool,
  { id, workspaceId }: { id: string; workspaceId: string },
  trace: TurnTrace,
): Promise<void> {
  await pool.query(
    `insert into turn_traces (turn_id, workspace_id, trace) values ($1, $2, $3)
      on conflict (turn_id) do update set trace = excluded.trace`,
    [id, workspaceId, JSON.stringify(trace)],
  );
}
