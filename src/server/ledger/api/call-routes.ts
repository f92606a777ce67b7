import type { Pool } from 'pg';
import { z } from 'zod';
import { callSchema, callStates } from '../../../contract/call.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import { getCall, listCalls } from './list-calls.ts';

const common = { access: 'workspace', tag: 'Calls' } as const;

export function callRoutes(pool: Pool) {
  return [
    endpoint(
      {
        ...common,
        permission: 'calls:read',
        method: 'get',
        path: '/api/v1/calls',
        summary: 'List what was done: the ledger, newest first',
        query: pageQuery.extend({
          state: z.enum(callStates).optional(),
          actionId: z.string().max(100).optional(),
          conversationId: z.string().max(100).optional(),
        }),
        answer: pageOf(callSchema),
      },
      ({ actor, query }) => listCalls(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'calls:read',
        method: 'get',
        path: '/api/v1/calls/{id}',
        summary: 'Read a call, with its attempts',
        params: z.object({ id: z.string() }),
        answer: callSchema,
      },
      ({ actor, params }) => getCall(pool, actor.workspaceId, params.id),
    ),
  ];
}
