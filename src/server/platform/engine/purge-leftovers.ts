import type { Pool } from 'pg';
import { listRunTables } from './list-run-tables.ts';

/** Removes what is left of runs that are no more: one that was forgotten while it ran has written down its last step after that. */
export async function purgeLeftovers(pool: Pool): Promise<void> {
  for (const name of await listRunTables(pool))
    await pool.query(
      `delete from ${name} kept where not exists
         (select from dbos.workflow_status run where run.workflow_uuid = kept.workflow_uuid)`,
    );
}
