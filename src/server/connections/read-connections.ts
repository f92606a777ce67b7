import type { Pool } from 'pg';
import type { Connection } from '../../contract/connections/connection.ts';
import { FIND_MAIL_CONNECTION } from '../workspace/references/mail-connection.ts';
import { CONNECTION_COLUMNS, type ConnectionRow, toConnection } from './connection-row.ts';

interface Selection {
  /** Null: all of them. */
  id: string | null;
  after: string | null;
  limit: number;
}

/** What people may know of the connections of a workspace, newest first, with what uses them. */
export async function readConnections(
  pool: Pool,
  workspaceId: string,
  { id, after, limit }: Selection,
): Promise<Connection[]> {
  const { rows } = await pool.query<ConnectionRow & { used_by: Connection['usedBy'] }>(SELECT, [
    workspaceId,
    id,
    after,
    limit,
  ]);
  return rows.map((row) => toConnection(row, row.used_by));
}

const SELECT = `
select ${CONNECTION_COLUMNS}, (
  select coalesce(jsonb_agg(
    jsonb_build_object('type', 'action', 'id', actions.id, 'name', actions.name, 'agentId', actions.agent_id)
    order by actions.id), '[]')
  from actions join agents on agents.id = actions.agent_id and agents.deleted_at is null
  where actions.workspace_id = connections.workspace_id and actions.archived_at is null
    and actions.settings ->> 'connectionId' = connections.id
) || case when id = (${FIND_MAIL_CONNECTION}) then jsonb_build_array(
  jsonb_build_object('type', 'invitations', 'id', 'invitations', 'name', 'Invitations', 'agentId', null)
) else '[]' end as used_by
from connections
where workspace_id = $1 and ($2::text is null or id = $2) and ($3::text is null or id < $3)
order by id desc
limit $4`;
