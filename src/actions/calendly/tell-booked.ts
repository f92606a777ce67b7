import type { Invitee } from '../../connections/calendly/bookings/invitee.ts';
import type { ScheduledEvent } from '../../connections/calendly/bookings/scheduled-event.ts';
import type { BookedMeeting } from '../booking/payload.ts';
import { told } from '../booking/steps/told.ts';
import type { CallOutcome } from '../define-call.ts';

/** Calendly itself says that it is booked. */
export function tellBooked(
  { uri, status, cancelUrl, rescheduleUrl }: Invitee,
  { name, startAt, endAt }: Pick<ScheduledEvent, 'name' | 'startAt' | 'endAt'>,
  { timeZone, email, attempt }: { timeZone: string; email: string; attempt: number },
): CallOutcome {
  const [start, end] = [new Date(startAt).toISOString(), new Date(endAt).toISOString()];
  const links = { cancel: cancelUrl, reschedule: rescheduleUrl };
  const meeting: BookedMeeting = { state: 'booked', start, timeZone, email, links };
  return {
    ...told('done', { attempt, uid: uri, end, ...(name ? { title: name } : {}), booked: meeting }),
    result: { status: 'booked', title: name, start, end, timeZone },
    response: { uri, start, end, said: status },
  };
}
