import type { ClientBase } from 'pg';
import { listRunTables } from './list-run-tables.ts';

/**
 * Removes what the engine keeps of runs whose ids begin with one of these, a hyphen after it. In each of its tables: what steps have
 * answered does not go with the run by itself.
 */
export async function forgetRuns(client: ClientBase, prefixes: string[]): Promise<void> {
  if (prefixes.length === 0) return;
  for (const name of await listRunTables(client))
    await client.query(`delete from ${name} where split_part(workflow_uuid, '-', 1) = any($1)`, [prefixes]);
}
