import type { Pool } from 'pg';
import type { VisitorActor } from '../../workspace/actors.ts';

// The conversations are locked before anything goes, as every other statement locks them first. With the visitor go
// their sessions and conversations, and with those the entries, turns, leads and calls.
const ERASE = `
with own as (
  select id from conversations where visitor_id = $1 and workspace_id = $2 order by id for update
), kept as (
  insert into erasures (workspace_id, kind, id) values ($2, 'visitor', $1) on conflict do nothing
), erased as (
  delete from visitors where id = $1 and workspace_id = $2 and (select count(*) from own) >= 0
)
select id from own`;

/** Deletes a visitor and all that they said and left. @returns the conversations that are no more */
export async function eraseVisitor(pool: Pool, { visitorId, workspaceId }: VisitorActor): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(ERASE, [visitorId, workspaceId]);
  return rows.map(({ id }) => id);
}
