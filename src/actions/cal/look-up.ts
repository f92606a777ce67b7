import type { CalBooking } from '../../connections/cal/cal-answers.ts';
import type { CalClient } from '../../connections/cal/cal-client.ts';
import { CalFailed } from '../../connections/cal/cal-failed.ts';
import { CAL_REFERENCE } from '../../connections/cal/cal-reference.ts';
import type { CalLink } from '../../connections/cal/parse-cal-link.ts';
import type { BookingPayload } from '../booking/payload.ts';
import type { CallOutcome } from '../define-call.ts';
import { tellBooked } from './tell.ts';

interface Sought {
  payload: BookingPayload;
  /** What a browser reported; null: only the address of who booked is known. */
  uid: string | null;
  entryId: string;
}

/**
 * Asks Cal.com, with a key, what came of a booking. Ours is only one that carries the name of its card: what a browser reports
 * may be anybody's.
 * @returns null when it does not know, or cannot be asked
 */
export async function lookUp(
  client: CalClient | null,
  link: CalLink,
  { payload, uid, entryId }: Sought,
): Promise<CallOutcome | null> {
  const { choice, booked, attempt } = payload;
  const who = { timeZone: (choice ?? booked)?.timeZone ?? 'UTC', email: choice?.email ?? '', attempt };
  if (!client) return null;
  try {
    const found = uid
      ? [await client.getBooking(uid)]
      : choice
        ? await client.listBookings(choice.email)
        : [];
    const own = found.find((booking) => isOf(booking, entryId));
    return own ? tellBooked(link, own, who) : null;
  } catch (error) {
    if (!(error instanceof CalFailed)) throw error;
    return null;
  }
}

function isOf({ metadata, status }: CalBooking, entryId: string): boolean {
  return metadata?.[CAL_REFERENCE] === entryId && status !== 'cancelled';
}
