import { z } from 'zod';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';
import { eventTypeSchema } from './event-type-schema.ts';

const answer = z.object({
  collection: z.array(eventTypeSchema),
  pagination: z.object({ next_page_token: z.string().nullish() }),
});

export type CalendlyEventType = z.infer<typeof eventTypeSchema>;

interface Selection {
  /** The user's address. */
  user: string;
  /** ≤ 100 */
  limit: number;
  pageToken: string | null;
}

/** The active event types of a user, by name. @throws CalendlyError; with the code `invalid` when the token is none */
export async function listEventTypes(
  port: CalendlyPort,
  { user, limit, pageToken }: Selection,
): Promise<{ items: CalendlyEventType[]; nextPageToken: string | null }> {
  const { collection, pagination } = await callCalendly(port, {
    method: 'GET',
    path: '/event_types',
    query: {
      user,
      active: 'true',
      sort: 'name:asc',
      count: String(limit),
      page_token: pageToken ?? undefined,
    },
    answer,
  });
  return { items: collection, nextPageToken: pagination.next_page_token ?? null };
}
