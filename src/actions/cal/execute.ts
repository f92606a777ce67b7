import { parseCalLink, toEventRef } from '../../connections/cal/parse-cal-link.ts';
import type { BookingPayload } from '../booking/payload.ts';
import { concludeBooking } from '../booking/steps/conclude-booking.ts';
import { offerBooking } from '../booking/steps/offer-booking.ts';
import { openBooking } from '../booking/steps/open-booking.ts';
import { reportBooking } from '../booking/steps/report-booking.ts';
import { submitBooking } from '../booking/steps/submit-booking.ts';
import type { SettingsOf } from '../define.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import type { cal } from './action.ts';
import { frameOf } from './frame-of.ts';
import { performCal } from './perform.ts';
import { reportToCard } from './report-to-card.ts';

export type CalSettings = SettingsOf<typeof cal>;

const isUid = (uid: string) => /^[\w-]{1,100}$/.test(uid);

export const executeCal: SteppedExecutor<CalSettings> = {
  async run(use, context) {
    const link = parseCalLink(use.settings.link ?? '');
    if (typeof link === 'string') return { result: { status: 'not_available' } };
    return offerBooking(use, context, { link: `${link.origin}/${link.calLink}`, frame: frameOf(link) });
  },

  repeats: ['open', 'submit'],

  async onCard(use, context) {
    const payload = use.card.payload as unknown as BookingPayload;
    const { state } = use.card;
    const canAsk = use.settings.connectionId !== null;
    if (use.op === 'open')
      return openBooking(use, payload, { ask: canUseApi(payload) ? 'slots' : null, canAsk });
    if (use.op === 'submit') return submitBooking(use, payload);
    if (use.op === 'booked' && (state === 'offered' || state === 'opened'))
      return reportBooking(payload, use.values, context, { provider: 'cal', isUid, canAsk });
    return null;
  },

  performStep: performCal,
  conclude: concludeBooking('cal'),
  onReport: reportToCard,
};

function canUseApi({ link }: BookingPayload): boolean {
  const parsed = parseCalLink(link);
  return typeof parsed !== 'string' && toEventRef(parsed) !== null;
}
