import { z } from 'zod';
import { ConnectionProblem } from '../../connections/define.ts';
import { eventTypePageSchema } from '../../contract/connections/event-type.ts';
import { AppError } from '../platform/errors.ts';
import { pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { ConnectionStore } from './connections.ts';
import { findKind } from './find-kind.ts';

/** What can be booked with a connected calendar, as it is at this moment; where there is nothing, the answer says why. */
export function eventTypesRoute(
  connections: ConnectionStore,
  { addresses }: Pick<ConnectionDeps, 'addresses'>,
) {
  return endpoint(
    {
      access: 'workspace',
      tag: 'Connections',
      permission: 'connections:read',
      method: 'get',
      path: '/api/v1/connections/{id}/event-types',
      summary: 'The event types of a connected calendar, or why there are none',
      params: z.object({ id: z.string() }),
      query: pageQuery,
      answer: eventTypePageSchema,
    },
    async ({ actor, params, query }) => {
      const { kind, name } = await connections.get(actor.workspaceId, params.id);
      const { listEventTypes } = findKind(kind, addresses).definition;
      if (!listEventTypes)
        throw new AppError('invalid', { publicMessage: `“${name}” is no calendar: it has no event types.` });
      const port = await connections.open(actor.workspaceId, params.id);
      try {
        return await listEventTypes(port, { limit: query.limit, cursor: query.cursor ?? null });
      } catch (error) {
        if (!(error instanceof ConnectionProblem)) throw error;
        throw new AppError('invalid', {
          publicMessage: 'cursor: use the nextCursor of the page before.',
          details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
          cause: error,
        });
      }
    },
  );
}
