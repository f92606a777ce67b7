import type { Pool } from 'pg';
import { z } from 'zod';
import { actionSchema } from '../../../contract/action.ts';
import { toolPageSchema } from '../../../contract/connections/tool.ts';
import { pageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import { endpoint } from '../../workspace/actors.ts';
import { approveTool } from './approve-tool.ts';
import { listToolUses } from './list-uses.ts';
import { readTools, type ToolDeps } from './read-tools.ts';

const params = z.object({ id: z.string() });
/** The place in the server's own order. */
const placeCursor = z.tuple([z.string().regex(/^\d{1,3}$/)]);

export function toolRoutes(deps: ToolDeps & { pool: Pool; actions: ActionStore }) {
  return [
    endpoint(
      {
        access: 'workspace',
        tag: 'Connections',
        permission: 'connections:read',
        method: 'get',
        path: '/api/v1/connections/{id}/tools',
        summary: 'The tools of a connected server, asked for now, and the actions that use them',
        params,
        query: pageQuery,
        answer: toolPageSchema,
        errors: ['request_failed'],
      },
      async ({ actor: { workspaceId }, params, query }) => {
        const after = Number(readCursor(query.cursor, placeCursor)?.[0] ?? -1);
        const { offers, ms, isCut } = await readTools(deps, workspaceId, params.id);
        const uses = Map.groupBy(await listToolUses(deps.pool, workspaceId, params.id), ({ tool }) => tool);
        const rows = offers.map((offer, place) => ({ ...offer, place })).slice(after + 1);
        const page = toPage(
          rows.slice(0, query.limit + 1),
          query.limit,
          ({ place }) => [String(place)],
          ({ place: _, settings, ...tool }) => ({
            ...tool,
            settings: settings && { connectionId: params.id, ...settings },
            actions: (uses.get(tool.name) ?? []).map(({ tool: _, hash, ...action }) => ({
              ...action,
              isCurrent: hash === tool.hash,
            })),
          }),
        );
        return { ...page, ms, isCut };
      },
    ),
    endpoint(
      {
        access: 'workspace',
        tag: 'Actions',
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/actions/{id}/approve-tool',
        summary: 'Allow an action to use its tool as it is now, after the server has changed it',
        params,
        body: z.strictObject({ hash: z.string().max(100) }),
        answer: actionSchema,
        errors: ['conflict', 'request_failed'],
      },
      ({ actor, params, body }) => approveTool(deps, actor.workspaceId, { id: params.id, hash: body.hash }),
    ),
  ];
}
