import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { z } from 'zod';
import { leadSchema } from '../../contract/lead.ts';
import type { ConversationEvents } from '../conversations/events.ts';
import type { Events } from '../platform/events.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import { deleteLead, exportLeads, getLead, listLeads } from './leads.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Leads' } as const;

interface LeadDeps {
  pool: Pool;
  events: Events<ConversationEvents>;
}

export function leadRoutes({ pool, events }: LeadDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'leads:read',
        method: 'get',
        path: '/api/v1/leads',
        summary: 'List leads, the newest first',
        query: pageQuery.extend({ q: z.string().trim().max(200).optional() }),
        answer: pageOf(leadSchema),
      },
      ({ actor, query }) => listLeads(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'leads:read',
        method: 'get',
        path: '/api/v1/leads.csv',
        summary: 'All leads for a spreadsheet',
        alsoAnswers: ['text/csv'],
      },
      async ({ actor, context }) =>
        context.body(Readable.toWeb(exportLeads(pool, actor.workspaceId)) as ReadableStream, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="leads.csv"',
        }),
    ),
    endpoint(
      {
        ...common,
        permission: 'leads:read',
        method: 'get',
        path: '/api/v1/leads/{id}',
        summary: 'Read a lead',
        params,
        answer: leadSchema,
      },
      ({ actor, params }) => getLead(pool, actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'leads:delete',
        method: 'delete',
        path: '/api/v1/leads/{id}',
        summary: 'Delete a lead',
        params,
        status: 204,
      },
      async ({ actor: { workspaceId }, params }) => {
        await deleteLead(pool, workspaceId, params.id);
        events.emit('data-erased', { workspaceId });
      },
    ),
  ];
}
