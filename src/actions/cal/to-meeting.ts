import type { CalBooking } from '../../connections/cal/cal-answers.ts';
import type { CalLink } from '../../connections/cal/parse-cal-link.ts';
import type { BookedMeeting } from '../booking/payload.ts';
import { pagesOf } from './frame-of.ts';

/** A booking as the API tells of it, for the visitor. */
export function toMeeting(
  link: CalLink,
  { uid, status, start }: Pick<CalBooking, 'uid' | 'status' | 'start'>,
  who: { timeZone: string; email: string },
): BookedMeeting {
  return {
    state: STATES[status.toLowerCase()] ?? 'booked',
    start: new Date(start).toISOString(),
    ...who,
    links: linksOf(link, uid),
  };
}

/** Where a visitor changes a booking. */
export function linksOf(link: CalLink, uid: string): BookedMeeting['links'] {
  const pages = pagesOf(link);
  const name = encodeURIComponent(uid);
  return { cancel: `${pages}/booking/${name}?cancel=true`, reschedule: `${pages}/reschedule/${name}` };
}

const STATES: Record<string, BookedMeeting['state']> = {
  pending: 'requested',
  awaiting_host: 'requested',
  cancelled: 'cancelled',
  rejected: 'cancelled',
};
