import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { erasedSchema, personQuery } from '../../contract/privacy/person.ts';
import type { ConversationEvents } from '../conversations/events.ts';
import type { Live } from '../conversations/sync/live.ts';
import { publishErasure } from '../conversations/visitors/end-when-erased.ts';
import type { Events } from '../platform/events.ts';
import { endpoint } from '../workspace/actors.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { findPerson } from './find-person.ts';

interface PeopleDeps {
  pool: Pool;
  live: Live;
  events: Events<ConversationEvents>;
}

const common = { access: 'workspace', tag: 'People', query: personQuery } as const;

export function peopleRoutes({ pool, live, events }: PeopleDeps) {
  return [
    endpoint(
      {
        ...common,
        method: 'get',
        path: '/api/v1/people/export',
        permission: 'people:read',
        summary: 'All that is stored about one person, found by one of email, phone, sub and visitorId',
        alsoAnswers: ['application/json'],
        errors: ['not_found'],
      },
      async ({ actor: { workspaceId }, query, context }) => {
        const { visitorIds } = await findPerson(pool, workspaceId, query);
        const stream = exportPerson(pool, workspaceId, visitorIds);
        return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
          'content-type': 'application/json',
          'content-disposition': 'attachment; filename="person.json"',
        });
      },
    ),
    endpoint(
      {
        ...common,
        method: 'delete',
        path: '/api/v1/people',
        permission: 'people:delete',
        summary: 'Erase all that is stored about one person, for good',
        answer: erasedSchema,
        errors: ['not_found'],
      },
      async ({ actor: { workspaceId }, query }) => {
        const { conversationIds, erased } = await erasePerson(pool, workspaceId, query);
        for (const id of conversationIds) publishErasure(live, id);
        events.emit('data-erased', { workspaceId });
        return erased;
      },
    ),
  ];
}
