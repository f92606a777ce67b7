import { findInvitee } from '../../connections/calendly/bookings/find-invitee.ts';
import { readInvitee } from '../../connections/calendly/bookings/read-invitee.ts';
import { readScheduledEvent } from '../../connections/calendly/bookings/read-scheduled-event.ts';
import { CalendlyError } from '../../connections/calendly/client/calendly-error.ts';
import type { BookingPayload } from '../booking/payload.ts';
import type { CallOutcome } from '../define-call.ts';
import type { CalendlyAccount } from './open-account.ts';
import { tellBooked } from './tell-booked.ts';

interface Sought {
  payload: BookingPayload;
  eventTypeUri: string;
  /** What a browser reported; null: only what was to be booked is known. */
  uid: string | null;
  entryId: string;
}

/**
 * Asks Calendly what came of a booking. Ours is only one that carries the name of its card and is of its event type: what a
 * browser reports may be anybody's.
 * @returns null when it does not know, or cannot be asked
 */
export async function lookUp(
  calendly: CalendlyAccount,
  { payload, eventTypeUri, uid, entryId }: Sought,
): Promise<CallOutcome | null> {
  const { choice, booked, attempt } = payload;
  try {
    const invitee = uid
      ? await readInvitee(calendly, uid)
      : choice &&
        (await findInvitee(calendly, {
          ...{ user: await calendly.findUser(), email: choice.email },
          ...{ startAt: choice.start, reference: entryId },
        }));
    if (!invitee || invitee.reference !== entryId || invitee.status !== 'active') return null;
    const event = await readScheduledEvent(calendly, invitee.event);
    if (event.eventType !== eventTypeUri || event.status !== 'active') return null;
    const { timeZone = 'UTC', email = '' } = choice ?? booked ?? {};
    return tellBooked(invitee, event, { timeZone, email, attempt });
  } catch (error) {
    if (!(error instanceof CalendlyError)) throw error;
    return null;
  }
}
