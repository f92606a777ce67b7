import type { Agent } from '../../../contract/agent.ts';

export type OwnedAgent = Agent & { workspaceId: string };

/**
 * SQL: the agent `agent` as an `OwnedAgent` in JSON; null when it was deleted. For statements that read something of it anyway:
 * one more statement costs a chat turn more than all that this reads.
 */
export const AGENT = `case when agent.deleted_at is null then json_build_object(
  'id', agent.id, 'workspaceId', agent.workspace_id, 'name', agent.name, 'instructions', agent.instructions,
  'greeting', agent.greeting, 'tone', agent.tone, 'language', agent.language, 'model', agent.model,
  'allowedOrigins', agent.allowed_origins, 'widget', agent.widget,
  'createdAt', agent.created_at, 'updatedAt', agent.updated_at
) end`;
