import type { PoolClient } from 'pg';

const ARCHIVE = 'update actions set archived_at = now(), version = version + 1, updated_at = now()';

/** Archives the actions of an agent that goes. @returns their ids */
export async function archiveActionsOf(
  client: PoolClient,
  workspaceId: string,
  agentId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `${ARCHIVE} where workspace_id = $1 and agent_id = $2 and archived_at is null returning id`,
    [workspaceId, agentId],
  );
  return rows.map(({ id }) => id);
}

/** Archives an action, unless it is. From this moment no agent offers it, and no call of it begins. */
export async function archiveAction(client: PoolClient, workspaceId: string, id: string): Promise<void> {
  await client.query(`${ARCHIVE} where workspace_id = $1 and id = $2 and archived_at is null`, [
    workspaceId,
    id,
  ]);
}
