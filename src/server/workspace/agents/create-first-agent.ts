import { AGENT_NAME_MAX, newAgentSchema } from '../../../contract/agent.ts';
import type { AgentStore } from './agents.ts';

/** The agent that a new workspace begins with: called like the workspace, with nothing said yet. */
export function firstAgentMaker(agents: AgentStore) {
  return (workspaceId: string, workspaceName: string, author: string) => {
    const name = workspaceName.slice(0, AGENT_NAME_MAX).trim();
    return agents.create(workspaceId, newAgentSchema.parse({ name }), author);
  };
}
