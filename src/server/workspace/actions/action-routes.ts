import { z } from 'zod';
import { actionChangeSchema, actionSchema, newActionSchema } from '../../../contract/action.ts';
import { type Activity, listedActionSchema } from '../../../contract/actions/activity.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import type { AgentStore } from '../agents/agents.ts';
import type { ActionStore } from './actions.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Actions' } as const;

interface RouteDeps {
  agents: AgentStore;
  actions: ActionStore;
  /** What actions did in the last seven days, by their ids. */
  readActivity(workspaceId: string, actionIds: string[]): Promise<Map<string, Activity>>;
}

export function actionRoutes({ agents, actions, readActivity }: RouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/agents/{id}/actions',
        summary:
          'List the actions of an agent, or its archived ones, with what they did in the last seven days',
        params,
        query: pageQuery.extend({
          archived: z.enum(['true', 'false']).default('false'),
          /** A part of the name. */
          search: z.string().trim().max(80).default(''),
        }),
        answer: pageOf(listedActionSchema),
      },
      async ({ actor: { workspaceId }, params, query }) => {
        await agents.get(workspaceId, params.id);
        const page = await actions.list(workspaceId, params.id, {
          ...query,
          archived: query.archived === 'true',
        });
        const weeks = await readActivity(
          workspaceId,
          page.items.map(({ id }) => id),
        );
        return { ...page, items: page.items.map((item) => ({ ...item, week: weeks.get(item.id) ?? IDLE })) };
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

/** Of an action that is deleted at this very moment. */
const IDLE: Activity = { shown: 0, done: 0, failed: 0, lastError: null };
