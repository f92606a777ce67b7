import { z } from 'zod';
import type { BookingReport } from '../define.ts';
import { CAL_REFERENCE } from './cal-reference.ts';

const body = z.object({
  triggerEvent: z.string(),
  createdAt: z.string().max(100),
  payload: z.object({
    uid: z.string().min(1).max(200),
    /** Of a moved booking: the one before. */
    rescheduleUid: z.string().nullish(),
    startTime: z.string(),
    endTime: z.string(),
    attendees: z
      .array(z.object({ timeZone: z.string().nullish() }))
      .nullish()
      .catch(null),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** A request, which the host still has to accept, is no booking. */
const CHANGES: Record<string, BookingReport['change']> = {
  BOOKING_CREATED: 'booked',
  BOOKING_PAID: 'booked',
  BOOKING_RESCHEDULED: 'rescheduled',
  BOOKING_CANCELLED: 'cancelled',
  BOOKING_REJECTED: 'cancelled',
};

/** What a webhook says of a booking; null: nothing that concerns us, or of a shape that is not known. */
export function readCalWebhook(raw: unknown): BookingReport | null {
  const parsed = body.safeParse(raw);
  if (!parsed.success) return null;
  const { triggerEvent, createdAt, payload } = parsed.data;
  const change = Object.hasOwn(CHANGES, triggerEvent) ? CHANGES[triggerEvent] : undefined;
  const [startAt, endAt] = [toInstant(payload.startTime), toInstant(payload.endTime)];
  if (!change || !startAt || !endAt) return null;
  const timeZone = payload.attendees?.[0]?.timeZone;
  const reference = payload.metadata?.[CAL_REFERENCE];
  return {
    // It has no timestamp that is signed beside it: what happened, to what and when, is what makes it one.
    key: `${triggerEvent} ${payload.uid} ${createdAt}`,
    change,
    uri: payload.uid,
    replacesUri: change === 'rescheduled' ? (payload.rescheduleUid ?? null) : null,
    eventTypeUri: null,
    ...{ startAt, endAt },
    reference: typeof reference === 'string' ? reference : null,
    ...(timeZone ? { timeZone } : {}),
  };
}

function toInstant(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
