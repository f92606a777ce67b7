import { pathOf } from '../../connections/calendly/client/calendly-uri.ts';
import type { BookingChoice, BookingPayload } from '../booking/payload.ts';
import { concludeBooking } from '../booking/steps/conclude-booking.ts';
import { offerBooking } from '../booking/steps/offer-booking.ts';
import { openBooking } from '../booking/steps/open-booking.ts';
import { reportBooking } from '../booking/steps/report-booking.ts';
import { submitBooking } from '../booking/steps/submit-booking.ts';
import { takeReport } from '../booking/steps/take-report.ts';
import { told } from '../booking/steps/told.ts';
import type { SettingsOf } from '../define.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import type { calendly } from './action.ts';
import { book } from './book.ts';
import { lookUp } from './look-up.ts';
import { openAccount } from './open-account.ts';
import { pageOriginOf } from './page-origin.ts';
import { readOffer } from './read-offer.ts';

type CalendlySettings = SettingsOf<typeof calendly>;

export const executeCalendly: SteppedExecutor<CalendlySettings> = {
  async run(use, context) {
    const url = use.settings.schedulingUrl ?? '';
    return offerBooking(use, context, { link: url, frame: { url, origins: [pageOriginOf(use.settings)] } });
  },

  repeats: ['open', 'submit'],

  async onCard(use, context) {
    const payload = use.card.payload as unknown as BookingPayload;
    const { state } = use.card;
    if (use.op === 'open') {
      // Who was sent to the page once does not get times again that cannot be booked.
      const ask = use.settings.inChat && payload.notice !== 'page' ? 'slots' : 'page';
      return openBooking(use, payload, { ask, canAsk: true });
    }
    if (use.op === 'submit') return submitBooking(use, payload);
    if (use.op === 'booked' && (state === 'offered' || state === 'opened'))
      return reportBooking(payload, use.values, context, { provider: 'calendly', isUid, canAsk: true });
    return null;
  },

  /** Its page and times, a booking, or what came of one. */
  async performStep(use, port) {
    const payload = use.payload as unknown as BookingPayload;
    const { entryId, values } = use;
    const { connectionId, eventTypeUri } = use.settings;
    const calendly = await openAccount(port, connectionId);
    if (values.ask === 'slots' || values.ask === 'page') {
      const withTimes = values.ask === 'slots';
      return told('done', { ...(await readOffer(calendly, { payload, eventTypeUri, withTimes })) });
    }
    if (values.ask === 'outcome') {
      const uid = typeof values.uid === 'string' ? values.uid : null;
      const outcome = calendly && (await lookUp(calendly, { payload, eventTypeUri, uid, entryId }));
      return outcome ?? told('unknown', {});
    }
    return book(calendly, { payload, eventTypeUri, choice: values as unknown as BookingChoice, entryId });
  },
  conclude: concludeBooking('calendly'),
  onReport({ card, settings, report }, context) {
    const payload = card.payload as unknown as BookingPayload;
    // The reference stands in an address that a visitor can change: it may have come with another meeting.
    const isKnown = payload.booked !== null && payload.booked.state !== 'reported';
    if (!isKnown && report.eventTypeUri !== settings.eventTypeUri) return null;
    return takeReport(payload, { provider: 'calendly', report, links: report.links ?? {} }, context);
  },
};

function isUid(uri: string): boolean {
  try {
    return pathOf(uri, 'invitees') !== '';
  } catch {
    return false;
  }
}
