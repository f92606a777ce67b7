import type { PoolClient } from 'pg';

/** Removes what the engine keeps of runs whose ids begin with one of these, a hyphen after it. */
export async function forgetRuns(client: PoolClient, prefixes: string[]): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    `select to_regclass('dbos.workflow_status') is not null as used`,
  );
  if (prefixes.length === 0 || !rows[0]?.used) return;
  await client.query(`delete from dbos.workflow_status where split_part(workflow_uuid, '-', 1) = any($1)`, [
    prefixes,
  ]);
}
