import { type CalLink, parseCalLink } from '../../connections/cal/parse-cal-link.ts';
import type { BookingPayload } from '../booking/payload.ts';
import { takeReport } from '../booking/steps/take-report.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import { linksOf } from './to-meeting.ts';

/** What Cal.com tells of a booking by itself becomes what the card says. */
export const reportToCard: SteppedExecutor['onReport'] = ({ card, report }, context) => {
  const payload = card.payload as unknown as BookingPayload;
  const links = linksOf(parseCalLink(payload.link) as CalLink, report.uri);
  return takeReport(payload, { provider: 'cal', report, links }, context);
};
