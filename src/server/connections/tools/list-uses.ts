import type { Pool } from 'pg';

interface ToolUse {
  id: string;
  agentId: string;
  name: string;
  enabled: boolean;
  tool: string;
  hash: string;
}

/** The actions that use tools of a connection. */
export async function listToolUses(
  pool: Pool,
  workspaceId: string,
  connectionId: string,
): Promise<ToolUse[]> {
  const { rows } = await pool.query<ToolUse>({
    name: 'tool-uses',
    text: `select actions.id, agent_id as "agentId", actions.name, enabled,
        settings ->> 'tool' as tool, settings ->> 'hash' as hash
      from actions join agents on agents.id = agent_id and deleted_at is null
      where actions.workspace_id = $1 and settings ->> 'connectionId' = $2 and archived_at is null
        and settings ->> 'tool' is not null
      order by actions.id`,
    values: [workspaceId, connectionId],
  });
  return rows;
}
