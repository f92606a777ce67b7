import { z } from 'zod';

/** A scheduled event as Calendly tells it, in answers and in webhooks. */
export const scheduledEventSchema = z.object({
  uri: z.string(),
  name: z.string().nullish(),
  status: z.string(),
  start_time: z.string(),
  end_time: z.string(),
  event_type: z.string().nullish(),
});

export interface ScheduledEvent {
  uri: string;
  name: string;
  status: 'active' | 'canceled';
  /** ISO 8601, UTC. */
  startAt: string;
  endAt: string;
  eventType: string | null;
}

export function toScheduledEvent(raw: z.infer<typeof scheduledEventSchema>): ScheduledEvent {
  return {
    uri: raw.uri,
    name: raw.name ?? '',
    status: raw.status === 'active' ? 'active' : 'canceled',
    startAt: raw.start_time,
    endAt: raw.end_time,
    eventType: raw.event_type ?? null,
  };
}
