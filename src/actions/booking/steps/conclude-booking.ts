import type { CardContext, CardResult, JsonObject } from '../../define.ts';
import type { StepOutcome, SteppedExecutor } from '../../define-card-step.ts';
import type { BookedMeeting, BookingPayload } from '../payload.ts';

type Card = Parameters<SteppedExecutor['conclude']>[0]['card'];

/** What the card becomes once the provider has answered, or has not. */
export function concludeBooking(provider: string): SteppedExecutor['conclude'] {
  return ({ card, outcome }, context) => conclude(provider, card, outcome, context);
}

function conclude(
  provider: string,
  card: Card,
  outcome: StepOutcome,
  context: CardContext,
): CardResult | null {
  const payload = card.payload as unknown as BookingPayload;
  if (card.state === 'opened')
    return isTimes(outcome.payload) ? become('opened', payload, outcome.payload) : null;
  const isReported = card.state === 'booked' && payload.booked?.state === 'reported';
  if ((card.state !== 'submitted' && !isReported) || isTimes(outcome.payload) || !isCurrent(outcome, payload))
    return null;
  const part = outcome.payload as (Partial<BookingPayload> & { uid?: string; end?: string }) | null;
  const booked = part?.booked;
  if (outcome.state === 'done' && booked) {
    context.saveBooking({
      ...{ provider, uid: part.uid ?? null, state: booked.state, title: part.title ?? '' },
      ...{ startsAt: booked.start, endsAt: part.end ?? null, timeZone: booked.timeZone, links: booked.links },
    });
    return close(payload, booked, part.title);
  }
  if (isReported) return null;
  if (outcome.state === 'failed')
    return become('opened', payload, { notice: 'failed', ...part, choice: null });
  return payload.notice === 'unknown' ? null : become('submitted', payload, { notice: 'unknown' });
}

/** Nothing of the times stays in a card that has done its work. */
function close(payload: BookingPayload, booked: BookedMeeting, title = payload.title): CardResult {
  return become('booked', payload, { booked, title, slots: [], choice: null, notice: null });
}

function become(
  state: CardResult['state'],
  payload: BookingPayload,
  part: Partial<BookingPayload> | JsonObject,
): CardResult {
  const known = Object.fromEntries(Object.entries(part).filter(([name]) => name in payload));
  return { state, payload: { ...payload, ...known } };
}

function isTimes(part: JsonObject | null): part is JsonObject {
  return part !== null && typeof part.readAt === 'string' && !('attempt' in part);
}

/** An attempt before this one has nothing to say any more. A row that was left by a dead process says nothing at all. */
function isCurrent({ payload }: StepOutcome, { attempt }: BookingPayload): boolean {
  return payload?.attempt === undefined || payload.attempt === attempt;
}
