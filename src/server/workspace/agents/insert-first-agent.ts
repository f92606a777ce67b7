import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { AGENT_NAME_MAX, newAgentSchema } from '../../../contract/agent.ts';
import { insertAgent } from './agents.ts';

/**
 * The agent that a new workspace begins with: called like the workspace, with nothing said yet. In the transaction that makes the
 * workspace somebody's. @param author who is said to have made it
 */
export async function insertFirstAgent(
  client: PoolClient,
  workspaceId: string,
  workspaceName: string,
  author: string,
): Promise<void> {
  const name = workspaceName.slice(0, AGENT_NAME_MAX).trim();
  await insertAgent(drizzle({ client }), workspaceId, newAgentSchema.parse({ name }), author);
}
