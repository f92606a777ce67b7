import type { BookingReport } from '../../../connections/define.ts';
import type { CardContext, CardResult } from '../../define.ts';
import type { BookedMeeting, BookingPayload } from '../payload.ts';
import { isTimeZone } from '../time-zones.ts';

interface Reported {
  provider: string;
  report: BookingReport;
  links: BookedMeeting['links'];
}

/** What a provider tells of a booking by itself becomes what the card says. Null: nothing new. */
export function takeReport(
  payload: BookingPayload,
  { provider, report, links }: Reported,
  context: CardContext,
): CardResult | null {
  const { booked, choice } = payload;
  if (booked?.state === 'cancelled' || isOlder(booked?.state, report.change)) return null;
  const meeting: BookedMeeting = {
    state: report.change,
    start: new Date(report.startAt).toISOString(),
    timeZone: (booked ?? choice)?.timeZone ?? zoneOf(report),
    email: booked?.email || (choice?.email ?? ''),
    links,
  };
  context.saveBooking({
    ...{ provider, uid: report.uri, state: meeting.state, title: payload.title },
    ...{ startsAt: meeting.start, endsAt: report.endAt, timeZone: meeting.timeZone, links },
  });
  return {
    state: 'booked',
    payload: { ...payload, booked: meeting, slots: [], choice: null, notice: null },
  };
}

function zoneOf({ timeZone = '' }: BookingReport): string {
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

/** That it was booked may be told after it was moved, or after we knew. */
function isOlder(now: BookedMeeting['state'] | undefined, change: string): boolean {
  return change === 'booked' && (now === 'booked' || now === 'rescheduled');
}
