import { z } from 'zod';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';

const eventType = z.object({
  uri: z.string(),
  name: z.string().nullable(),
  active: z.boolean(),
  scheduling_url: z.string(),
  duration: z.number().nullish(),
  custom_questions: z
    .array(
      z.object({
        name: z.string(),
        position: z.number(),
        enabled: z.boolean(),
        required: z.boolean(),
      }),
    )
    .nullish(),
});

const answer = z.object({
  collection: z.array(eventType),
  pagination: z.object({ next_page_token: z.string().nullish() }),
});

export type CalendlyEventType = z.infer<typeof eventType>;

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
