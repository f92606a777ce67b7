import { createInvitee } from '../../connections/calendly/bookings/create-invitee.ts';
import { CalendlyError } from '../../connections/calendly/client/calendly-error.ts';
import { readEventType } from '../../connections/calendly/read-event-type.ts';
import type { BookingChoice, BookingPayload } from '../booking/payload.ts';
import { told } from '../booking/steps/told.ts';
import type { CallOutcome } from '../define-call.ts';
import { isSimple } from './is-simple.ts';
import type { CalendlyAccount } from './open-account.ts';
import { readOffer } from './read-offer.ts';
import { tellBooked } from './tell-booked.ts';

/** Leaves time to ask for a booking whose answer was lost. Milliseconds. */
const BOOK_MS = 6_000;
/** Of who has not said how long it takes. */
const MINUTES = 30;

interface Wish {
  payload: BookingPayload;
  eventTypeUri: string;
  choice: BookingChoice;
  entryId: string;
}

/** Books by the API, once; a booking whose answer was lost is looked for by the name of its card. */
export async function book(calendly: CalendlyAccount | null, wish: Wish): Promise<CallOutcome> {
  const { payload, eventTypeUri, choice, entryId } = wish;
  const { start: startAt, timeZone, name, email } = choice;
  const { attempt } = payload;
  try {
    if (!calendly) throw new CalendlyError('It is not connected any more.', { status: null, code: 'gone' });
    const [type, user] = await Promise.all([readEventType(calendly, eventTypeUri), calendly.findUser()]);
    if (!isSimple(type))
      throw new CalendlyError('It asks for more than the chat does.', { status: null, code: 'asks_more' });
    const place = type.locations?.[0];
    const invitee = await createInvitee(calendly, {
      ...{ eventType: eventTypeUri, startAt, name, email, timezone: timeZone, user },
      ...(place
        ? { location: { kind: place.kind, ...(place.location ? { location: place.location } : {}) } }
        : {}),
      ...{ reference: entryId, timeoutMs: BOOK_MS },
    });
    const endAt = new Date(Date.parse(startAt) + (type.duration ?? MINUTES) * 60_000).toISOString();
    return tellBooked(
      invitee,
      { name: type.name ?? payload.title, startAt, endAt },
      { timeZone, email, attempt },
    );
  } catch (error) {
    if (!(error instanceof CalendlyError)) throw error;
    const isTaken = TAKEN.has(error.code);
    return failed(
      error,
      attempt,
      isTaken ? await readOffer(calendly, { payload, eventTypeUri, withTimes: true }) : null,
    );
  }
}

const TAKEN = new Set(['already_filled', 'unavailable_time']);
/** Of what is no answer of Calendly, this will be the same the next time. */
const LASTING = new Set(['gone', 'asks_more', 'reconnect', 'blocked', 'bad_uri', 'unreadable']);

function failed(
  { code, message, status, retryAfterMs, maybeDone }: CalendlyError,
  attempt: number,
  fresh: Partial<BookingPayload> | null,
): CallOutcome {
  const response = { error: message, ...(status === null ? {} : { status }) };
  if (maybeDone)
    return {
      ...told('unknown', { attempt, notice: 'unknown' }),
      ...{ error: 'timeout', result: { status: 'unknown' }, response },
    };
  const notice = explain(code, status);
  return {
    ...told('failed', { attempt, notice, ...(notice === 'page' ? { mode: 'page' } : {}), ...fresh }),
    ...{ error: code, result: { status: 'failed', error: code }, response },
    retry: notice === 'busy' || notice === 'failed' ? 'safe' : 'never',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Where Calendly refuses to book for us, its own page still does. */
function explain(code: string, status: number | null): BookingPayload['notice'] {
  if (TAKEN.has(code)) return 'taken';
  if (code === 'rate_limited') return 'busy';
  const isPassing = status === null ? !LASTING.has(code) : status >= 500;
  return isPassing ? 'failed' : 'page';
}
