import type { CardResult, CardUse } from '../../define.ts';
import type { BookingPayload } from '../payload.ts';
import { readChoice } from '../read-choice.ts';

/** The visitor's click on a named time, with the values they see: that is their word for it. @throws CardInvalid */
export function submitBooking(
  { card, values }: Pick<CardUse<unknown>, 'card' | 'values'>,
  payload: BookingPayload,
): CardResult | null {
  // A second press came after the first one was done.
  if (card.state === 'booked' && payload.attempt > 0) return { state: 'booked' };
  if (card.state === 'submitted')
    return payload.notice === 'unknown' ? { state: 'submitted' } : submitAgain(payload);
  if ((card.state !== 'opened' && card.state !== 'offered') || payload.mode !== 'slots') return null;
  const choice = readChoice(values, payload.slots);
  const { name, email } = choice;
  const next: BookingPayload = {
    ...payload,
    ...{ choice, attempt: payload.attempt + 1, notice: null, name, email },
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
