import { createHmac } from 'node:crypto';
import type { StoredBooking } from './cal-store.ts';

interface CalWebhook {
  triggerEvent: string;
  booking: StoredBooking;
  /** Of a moved booking: the one before. */
  before?: StoredBooking;
  secret: string;
}

/** A webhook as Cal.com sends it: signed over its bytes, with no time beside it. */
export function signCalWebhook({ triggerEvent, booking, before, secret }: CalWebhook): {
  body: string;
  headers: Record<string, string>;
} {
  const body = JSON.stringify({
    triggerEvent,
    createdAt: new Date().toISOString(),
    payload: {
      uid: booking.uid,
      title: booking.event.title,
      startTime: booking.start,
      endTime: booking.end,
      status: booking.status.toUpperCase(),
      attendees: [booking.attendee],
      metadata: booking.metadata,
      ...(before ? { rescheduleUid: before.uid, rescheduleStartTime: before.start } : {}),
    },
  });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { body, headers: { 'content-type': 'application/json', 'x-cal-signature-256': signature } };
}
