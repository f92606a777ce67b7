import type { Pool } from 'pg';
import { z } from 'zod';
import { actionCopySchema, returnedActionSchema } from '../../../contract/action.ts';
import type { Events } from '../../platform/events.ts';
import { endpoint } from '../actors.ts';
import type { ActionEvents } from './action-events.ts';
import type { ActionArchive } from './archive.ts';
import { copyAction, restoreAction } from './return-action.ts';

interface RouteDeps {
  pool: Pool;
  archive: ActionArchive;
  events: Events<ActionEvents>;
}

const common = { access: 'workspace', tag: 'Actions', params: z.object({ id: z.string() }) } as const;

/** How an action goes, comes back, and multiplies. */
export function lifecycleRoutes({ pool, archive, events }: RouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'delete',
        path: '/api/v1/actions/{id}',
        summary: 'Archive an action; with permanent=true, delete an archived one for good',
        query: z.object({ permanent: z.enum(['true', 'false']).default('false') }),
        status: 204,
        errors: ['in_use', 'conflict'],
      },
      async ({ actor: { workspaceId }, params: { id }, query }) => {
        if (query.permanent === 'true') return archive.removeForGood(workspaceId, id);
        await archive.archive(workspaceId, id);
        events.emit('actions-archived', { actionIds: [id] });
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/actions/{id}/restore',
        summary: 'Restore an action that was archived in the last 30 days; it says what the action lacks',
        answer: returnedActionSchema,
        errors: ['conflict'],
      },
      ({ actor, params }) => restoreAction(pool, actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/actions/{id}/copy',
        summary: 'Give an agent a copy of an action',
        body: actionCopySchema,
        status: 201,
        answer: returnedActionSchema,
        errors: ['conflict'],
      },
      ({ actor, params, body }) => copyAction(pool, actor.workspaceId, params.id, body.agentId),
    ),
  ];
}
