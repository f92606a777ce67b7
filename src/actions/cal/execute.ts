import { type CalLink, parseCalLink, toEventRef } from '../../connections/cal/parse-cal-link.ts';
import { readKnownContact } from '../booking/known-contact.ts';
import type { BookingPayload } from '../booking/payload.ts';
import { readChoice } from '../booking/read-choice.ts';
import type { CardResult, CardUse, SettingsOf } from '../define.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import type { cal } from './action.ts';
import { concludeCal } from './conclude.ts';
import { frameOf } from './frame-of.ts';
import { performCal } from './perform.ts';
import { reportBooking } from './report-booking.ts';
import { reportToCard } from './report-to-card.ts';

export type CalSettings = SettingsOf<typeof cal>;

/** The times on the card are believed for so long. Milliseconds. */
const FRESH_MS = 30_000;

export const executeCal: SteppedExecutor<CalSettings> = {
  async run({ settings, inputs, past }, context) {
    const link = parseCalLink(settings.link ?? '');
    if (typeof link === 'string') return { result: { status: 'not_available' } };
    if (past.at(-1)?.state === 'offered' || past.at(-1)?.state === 'opened')
      return { result: { status: 'already_open' } };
    const payload = newPayload(link, await readKnownContact(inputs, context));
    return {
      result: { status: 'offered', note: 'Nothing is booked yet.' },
      card: { payload: { ...payload } },
    };
  },

  repeats: ['open', 'submit'],

  async onCard(use, context) {
    const payload = use.card.payload as unknown as BookingPayload;
    const { state } = use.card;
    if (use.op === 'open') return open(use, payload);
    if (use.op === 'submit') return submit(use, payload);
    if (use.op === 'booked' && (state === 'offered' || state === 'opened'))
      return reportBooking(payload, use.values, context, use.settings.connectionId !== null);
    return null;
  },

  performStep: performCal,
  conclude: concludeCal,
  onReport: reportToCard,
};

/** The card is on a screen: it wants to know the times, or what came of its booking. */
function open({ card, settings }: CardUse<CalSettings>, payload: BookingPayload): CardResult | null {
  if (card.state === 'booked' && payload.booked?.state === 'reported' && settings.connectionId !== null)
    return {
      state: 'booked',
      step: { effect: 'read', values: { ask: 'outcome', uid: payload.reportedUid } },
    };
  if (card.state === 'submitted')
    return payload.notice === 'unknown'
      ? { state: 'submitted', step: { effect: 'read', values: { ask: 'outcome' } } }
      : submitAgain(payload);
  if (card.state !== 'offered' && card.state !== 'opened') return null;
  const isFresh = payload.mode !== 'new' && Date.now() - Date.parse(payload.readAt) < FRESH_MS;
  if (isFresh || !canUseApi(payload)) return { state: 'opened', ...(isFresh ? {} : toPage(payload)) };
  return { state: 'opened', step: { effect: 'read', values: { ask: 'slots' } } };
}

/** The visitor's click on a named time, with the values they see: that is their word for it. */
function submit({ card, values }: CardUse<CalSettings>, payload: BookingPayload): CardResult | null {
  // A second press came after the first one was done.
  if (card.state === 'booked' && payload.attempt > 0) return { state: 'booked' };
  if (card.state === 'submitted')
    return payload.notice === 'unknown' ? { state: 'submitted' } : submitAgain(payload);
  if ((card.state !== 'opened' && card.state !== 'offered') || payload.mode !== 'slots') return null;
  const choice = readChoice(values, payload.slots);
  const next: BookingPayload = {
    ...payload,
    choice,
    attempt: payload.attempt + 1,
    notice: null,
    name: choice.name,
    email: choice.email,
  };
  return { ...submitAgain(next), payload: { ...next } };
}

/** The same attempt is the same call: whoever asks for it once more waits for its outcome. */
function submitAgain(payload: BookingPayload): CardResult {
  const { choice, attempt, link } = payload;
  const values = { ...choice, link, attempt };
  const inputs = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, source: name === 'link' || name === 'attempt' ? 'card' : 'form' },
    ]),
  );
  return {
    state: 'submitted',
    step: { effect: 'write', name: String(attempt), inputs, request: { action: 'book', ...values } },
  };
}

function canUseApi({ link }: BookingPayload): boolean {
  const parsed = parseCalLink(link);
  return typeof parsed !== 'string' && toEventRef(parsed) !== null;
}

function toPage(payload: BookingPayload) {
  return { payload: { ...payload, mode: 'page' as const, readAt: new Date().toISOString() } };
}

function newPayload(link: CalLink, contact: { name: string; email: string }): BookingPayload {
  return {
    mode: 'new',
    link: `${link.origin}/${link.calLink}`,
    frame: frameOf(link),
    ...contact,
    ...{ title: '', minutes: null, slots: [], readAt: new Date(0).toISOString() },
    ...{ attempt: 0, choice: null, notice: null, booked: null, reportedUid: null },
  };
}
