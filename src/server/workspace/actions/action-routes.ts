import { z } from 'zod';
import { actionChangeSchema, actionSchema, newActionSchema } from '../../../contract/action.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import type { AgentStore } from '../agents/agents.ts';
import type { ActionStore } from './actions.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Actions' } as const;

export function actionRoutes({ agents, actions }: { agents: AgentStore; actions: ActionStore }) {
  return [
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/agents/{id}/actions',
        summary: 'List the actions of an agent, or its archived ones',
        params,
        query: pageQuery.extend({ archived: z.enum(['true', 'false']).default('false') }),
        answer: pageOf(actionSchema),
      },
      async ({ actor, params, query }) => {
        await agents.get(actor.workspaceId, params.id);
        return actions.list(actor.workspaceId, params.id, { ...query, archived: query.archived === 'true' });
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/agents/{id}/actions',
        summary: 'Give an agent an action',
        params,
        body: newActionSchema,
        status: 201,
        answer: actionSchema,
      },
      async ({ actor, params, body }) => {
        await agents.get(actor.workspaceId, params.id);
        return actions.create(actor.workspaceId, params.id, body);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/actions/{id}',
        summary: 'Read an action',
        params,
        answer: actionSchema,
      },
      ({ actor, params }) => actions.get(actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'patch',
        path: '/api/v1/actions/{id}',
        summary: 'Change an action',
        params,
        body: actionChangeSchema,
        answer: actionSchema,
      },
      ({ actor, params, body }) => actions.update(actor.workspaceId, params.id, body),
    ),
  ];
}
