import type { Pool } from 'pg';
import { z } from 'zod';
import { decisionRequestSchema, decisionSchema } from '../../contract/actions/decision.ts';
import type { ActionStore } from '../workspace/actions/actions.ts';
import { endpoint } from '../workspace/actors.ts';
import type { AgentStore } from '../workspace/agents/agents.ts';
import { decide } from './decide.ts';
import type { Models } from './models/create-models.ts';

interface RouteDeps {
  pool: Pool;
  agents: AgentStore;
  actions: ActionStore;
  models: Models;
}

export function decideRoute(deps: RouteDeps) {
  return endpoint(
    {
      access: 'workspace',
      tag: 'Agents',
      permission: 'agents:write',
      method: 'post',
      path: '/api/v1/agents/{id}/decide',
      summary: 'What the agent would do after these messages; nothing is done',
      params: z.object({ id: z.string() }),
      body: decisionRequestSchema,
      isPersonal: true,
      answer: decisionSchema,
    },
    async ({ actor, params, body }) => {
      const agent = await deps.agents.get(actor.workspaceId, params.id);
      return decide(deps, { ...agent, workspaceId: actor.workspaceId }, body);
    },
  );
}
