import type { Pool } from 'pg';
import { z } from 'zod';
import { bookingSchema, bookingStates } from '../../contract/actions/booking.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import { listBookings } from './list-bookings.ts';

export function bookingRoutes(pool: Pool) {
  return [
    endpoint(
      {
        access: 'workspace',
        tag: 'Bookings',
        permission: 'leads:read',
        method: 'get',
        path: '/api/v1/bookings',
        summary: 'List meetings that were booked in conversations, the newest first',
        query: pageQuery.extend({
          state: z.enum(bookingStates).optional(),
          conversationId: z.string().max(100).optional(),
        }),
        answer: pageOf(bookingSchema),
      },
      ({ actor, query }) => listBookings(pool, actor.workspaceId, query),
    ),
  ];
}
