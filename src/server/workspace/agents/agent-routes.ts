import type { Pool } from 'pg';
import { z } from 'zod';
import { type Agent, agentChangeSchema, agentSchema, newAgentSchema } from '../../../contract/agent.ts';
import type { Events } from '../../platform/events.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import type { ActionEvents } from '../actions/action-events.ts';
import { endpoint } from '../actors.ts';
import type { AgentStore } from './agents.ts';
import { versionRoutes } from './version-routes.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Agents' } as const;

interface RouteDeps {
  pool: Pool;
  agents: AgentStore;
  events: Events<ActionEvents>;
  /** @throws AppError `invalid` for a model that could never be asked */
  checkModel(workspaceId: string, model: Agent['model']): Promise<void>;
}

export function agentRoutes({ pool, agents, events, checkModel }: RouteDeps) {
  return [
    ...versionRoutes({ pool, agents }),
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/agents',
        summary: 'List agents',
        query: pageQuery,
        answer: pageOf(agentSchema),
      },
      ({ actor, query }) => agents.list(actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/agents',
        summary: 'Make an agent',
        body: newAgentSchema,
        status: 201,
        answer: agentSchema,
      },
      async ({ actor, body }) => {
        await checkModel(actor.workspaceId, body.model);
        return agents.create(actor.workspaceId, body, actor.name);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/agents/{id}',
        summary: 'Read an agent',
        params,
        answer: agentSchema,
      },
      ({ actor, params }) => agents.get(actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'patch',
        path: '/api/v1/agents/{id}',
        summary: 'Change an agent',
        params,
        body: agentChangeSchema,
        answer: agentSchema,
      },
      async ({ actor, params, body }) => {
        if (body.model) await checkModel(actor.workspaceId, body.model);
        return agents.update(actor.workspaceId, params.id, body, actor.name);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'delete',
        path: '/api/v1/agents/{id}',
        summary: 'Delete an agent; its actions are archived',
        params,
        status: 204,
      },
      async ({ actor, params }) => {
        const actionIds = await agents.remove(actor.workspaceId, params.id);
        events.emit('actions-archived', { actionIds });
      },
    ),
  ];
}
