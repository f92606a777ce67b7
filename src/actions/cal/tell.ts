import type { CalBooking } from '../../connections/cal/cal-answers.ts';
import type { CalLink } from '../../connections/cal/parse-cal-link.ts';
import { told } from '../booking/steps/told.ts';
import type { CallOutcome } from '../define-call.ts';
import { toMeeting } from './to-meeting.ts';

/** Cal.com itself says that it is booked. */
export function tellBooked(
  link: CalLink,
  booking: CalBooking,
  { timeZone, email, attempt }: { timeZone: string; email: string; attempt: number },
): CallOutcome {
  const meeting = toMeeting(link, booking, { timeZone, email });
  const { title, start, end, uid, status } = booking;
  return {
    ...told('done', { attempt, uid, end, title, booked: meeting }),
    result: { status: meeting.state, title, start, end, timeZone },
    response: { status: 201, uid, start, end, said: status },
  };
}
