import type { BookingPayload } from '../payload.ts';

type Known = Pick<BookingPayload, 'link' | 'frame' | 'name' | 'email'>;

/** A booking card that nobody has seen yet. */
export function newPayload({ link, frame, name, email }: Known): BookingPayload {
  return {
    ...{ mode: 'new', link, frame, name, email },
    ...{ title: '', minutes: null, slots: [], readAt: new Date(0).toISOString() },
    ...{ attempt: 0, choice: null, notice: null, booked: null, reportedUid: null },
  };
}
