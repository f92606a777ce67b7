import { z } from 'zod';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';

const answer = z.object({
  collection: z.array(
    z.object({
      status: z.string(),
      start_time: z.string(),
      invitees_remaining: z.number(),
      scheduling_url: z.string(),
    }),
  ),
});

/** What Calendly answers at most in one request. */
const MAX_SPAN_MS = 31 * 86_400_000;
/** The start has to lie in the future when the request arrives. */
const LEAD_MS = 60_000;

export interface AvailableTime {
  /** ISO 8601, UTC. */
  startAt: string;
  url: string;
}

/**
 * The free times of an event type. What of the span has passed is left out, and what lies more than 31 days after its start.
 * @throws CalendlyError
 */
export async function listAvailableTimes(
  port: CalendlyPort,
  { eventType, from, to }: { eventType: string; from: Date; to: Date },
): Promise<AvailableTime[]> {
  const start = Math.max(from.getTime(), Date.now() + LEAD_MS);
  const end = Math.min(to.getTime(), start + MAX_SPAN_MS);
  if (end <= start) return [];
  const { collection } = await callCalendly(port, {
    method: 'GET',
    path: '/event_type_available_times',
    query: {
      event_type: eventType,
      start_time: new Date(start).toISOString(),
      end_time: new Date(end).toISOString(),
    },
    answer,
  });
  return collection
    .filter(({ status, invitees_remaining }) => status === 'available' && invitees_remaining > 0)
    .map(({ start_time, scheduling_url }) => ({ startAt: start_time, url: scheduling_url }));
}
