import { type CalLink, parseCalLink } from '../../connections/cal/parse-cal-link.ts';
import type { BookedMeeting, BookingPayload } from '../booking/payload.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import { toMeeting } from './to-meeting.ts';

/** What Cal.com tells of a booking by itself becomes what the card says. */
export const reportToCard: SteppedExecutor['onReport'] = ({ card, report }, context) => {
  const payload = card.payload as unknown as BookingPayload;
  const { booked, choice } = payload;
  if (booked?.state === 'cancelled' || isOlder(booked?.state, report.change)) return null;
  const who = {
    timeZone: (booked ?? choice)?.timeZone ?? 'UTC',
    email: booked?.email || (choice?.email ?? ''),
  };
  const link = parseCalLink(payload.link) as CalLink;
  const told = { uid: report.uri, status: 'accepted', start: report.startAt };
  const meeting: BookedMeeting = { ...toMeeting(link, told, who), state: report.change };
  context.saveBooking({
    ...{ provider: 'cal', uid: report.uri, state: meeting.state, title: payload.title },
    ...{ startsAt: meeting.start, endsAt: report.endAt, timeZone: who.timeZone, links: meeting.links },
  });
  return {
    state: 'booked',
    payload: { ...payload, booked: meeting, slots: [], choice: null, notice: null },
  };
};

/** That it was booked may be told after it was moved, or after we knew. */
function isOlder(now: BookedMeeting['state'] | undefined, change: string): boolean {
  return change === 'booked' && (now === 'booked' || now === 'rescheduled');
}
