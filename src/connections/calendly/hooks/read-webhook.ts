import { z } from 'zod';
import type { BookingReport } from '../../define.ts';
import { inviteeSchema } from '../bookings/invitee.ts';
import { scheduledEventSchema } from '../bookings/scheduled-event.ts';

const body = z.object({
  event: z.enum(['invitee.created', 'invitee.canceled']),
  payload: inviteeSchema.extend({
    timezone: z.string().nullish(),
    rescheduled: z.boolean().nullish(),
    old_invitee: z.string().nullish(),
    scheduled_event: scheduledEventSchema,
  }),
});

/** What a webhook says of a booking; null: nothing that concerns us, or of a shape that is not known. */
export function readWebhook(raw: unknown): BookingReport | null {
  const parsed = body.safeParse(raw);
  if (!parsed.success) return null;
  const { event, payload } = parsed.data;
  const isNew = event === 'invitee.created';
  // The new booking tells of the move: that the old one ended for it is no cancellation.
  if (!isNew && payload.rescheduled) return null;
  const replacesUri = (isNew && payload.old_invitee) || null;
  return {
    key: `${event} ${payload.uri}`,
    change: isNew ? (replacesUri === null ? 'booked' : 'rescheduled') : 'cancelled',
    uri: payload.uri,
    replacesUri,
    eventTypeUri: payload.scheduled_event.event_type ?? null,
    startAt: payload.scheduled_event.start_time,
    endAt: payload.scheduled_event.end_time,
    reference: payload.tracking?.utm_content ?? null,
    ...(payload.timezone ? { timeZone: payload.timezone } : {}),
    links: { cancel: payload.cancel_url, reschedule: payload.reschedule_url },
  };
}
