import { type CalClient, calClient } from '../../connections/cal/cal-client.ts';
import { CalFailed } from '../../connections/cal/cal-failed.ts';
import { CAL_REFERENCE } from '../../connections/cal/cal-reference.ts';
import { findCalApi } from '../../connections/cal/find-cal-api.ts';
import { type CalLink, parseCalLink, toEventRef } from '../../connections/cal/parse-cal-link.ts';
import type { BookingChoice, BookingPayload } from '../booking/payload.ts';
import { told } from '../booking/steps/told.ts';
import type { CallOutcome } from '../define-call.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import { lookUp } from './look-up.ts';
import { readTimes } from './read-times.ts';
import { tellBooked } from './tell.ts';

/** One request of a step. Milliseconds. */
const REQUEST_MS = 6_000;

/** What a card needs Cal.com for: the times, a booking, or what came of one. What it gives is a part of the card. */
export const performCal: SteppedExecutor<{ connectionId: string | null }>['performStep'] = async (
  use,
  port,
) => {
  const payload = use.payload as unknown as BookingPayload;
  const link = parseCalLink(payload.link) as CalLink;
  const connectionId = use.settings.connectionId;
  const connection = connectionId === null ? null : await port.openConnection(connectionId);
  const client = calClient({
    api: findCalApi(link.origin, port.providerUrl('cal')),
    // What anybody may do is done without a key, too: one that is lost must not stop a visitor.
    send: port.send,
    timeoutMs: Math.min(REQUEST_MS, port.timeLeftMs),
  });
  const keyed =
    connection &&
    calClient({
      api: findCalApi(link.origin, connection.addresses.api),
      send: connection.send,
      timeoutMs: REQUEST_MS,
    });
  if (use.values.ask === 'slots') return told('done', { ...(await readTimes(client, link)) });
  const { entryId } = use;
  if (use.values.ask === 'outcome')
    return (
      (await lookUp(keyed, link, { payload, uid: textOf(use.values.uid), entryId })) ?? told('unknown', {})
    );
  const choice = use.values as unknown as BookingChoice;
  const outcome = await book(client, link, choice, { ...payload, entryId });
  if (outcome.state !== 'unknown') return outcome;
  return (await lookUp(keyed, link, { payload: { ...payload, choice }, uid: null, entryId })) ?? outcome;
};

async function book(
  client: CalClient,
  link: CalLink,
  { start, timeZone, name, email, language }: BookingChoice,
  { attempt, entryId }: { attempt: number; entryId: string },
): Promise<CallOutcome> {
  const event = toEventRef(link);
  if (!event) throw new Error('an event without a name in the API was to be booked');
  let held: string | null = null;
  try {
    // A look at the slot, and a hand on it: between the two nobody else gets it.
    const type = await client.findEventType(event);
    if (type) held = await holdSlot(client, type.id, start);
    const booking = await client.book({
      event: type ? { eventTypeId: type.id } : event,
      start,
      attendee: { name, email, timeZone, language },
      metadata: { [CAL_REFERENCE]: entryId, attempt: String(attempt) },
    });
    return tellBooked(link, booking, { timeZone, email, attempt });
  } catch (error) {
    if (!(error instanceof CalFailed)) throw error;
    // Or it would be taken by ourselves, for who tries again.
    if (held && error.reason !== 'unknown') await client.release(held).catch(ignoreRefusal);
    return failed(error, attempt, error.reason === 'taken' ? await readTimes(client, link) : null);
  }
}

/** Not every Cal takes reservations; whether the slot is free is decided by the booking. */
async function holdSlot(client: CalClient, eventTypeId: number, start: string): Promise<string | null> {
  try {
    return (await client.reserve(eventTypeId, start)).reservationUid;
  } catch (error) {
    if (!(error instanceof CalFailed) || error.reason === 'taken' || error.reason === 'busy') throw error;
    return null;
  }
}

/** What is not let go ends by itself, after some minutes. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CalFailed)) throw error;
}

function failed(error: CalFailed, attempt: number, fresh: Partial<BookingPayload> | null): CallOutcome {
  const { reason, message, retryAfterMs, status } = error;
  const response = { error: message, ...(status === null ? {} : { status }) };
  if (reason === 'unknown')
    return {
      ...told('unknown', { attempt, notice: 'unknown' }),
      error: 'timeout',
      result: { status: 'unknown' },
      response,
    };
  const notice =
    reason === 'refused' || reason === 'not_found' || reason === 'unauthorised' ? 'page' : NOTICES[reason];
  return {
    ...told('failed', { attempt, notice, ...(notice === 'page' ? { mode: 'page' } : {}), ...fresh }),
    error: reason,
    result: { status: 'failed', error: reason },
    response,
    // Both say that nothing was done.
    retry: reason === 'busy' || reason === 'unreachable' ? 'safe' : 'never',
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  };
}

const NOTICES = { taken: 'taken', busy: 'busy', unreachable: 'failed' } as const;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
