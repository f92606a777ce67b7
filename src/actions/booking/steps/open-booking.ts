import type { CardResult, CardUse } from '../../define.ts';
import type { BookingPayload } from '../payload.ts';
import { submitBooking } from './submit-booking.ts';

interface Provider {
  /** What the provider is asked for first; null: it has nothing to say, and its page is shown. */
  ask: 'slots' | 'page' | null;
  /** Whether the provider can be asked what came of a booking that a browser reported. */
  canAsk: boolean;
}

/** What the card shows is believed for so long. Milliseconds. */
const FRESH_MS = 30_000;

/** The card is on a screen: it wants to know the times, or what came of its booking. */
export function openBooking(
  use: Pick<CardUse<unknown>, 'card' | 'values'>,
  payload: BookingPayload,
  { ask, canAsk }: Provider,
): CardResult | null {
  const { state } = use.card;
  if (state === 'booked' && payload.booked?.state === 'reported')
    return {
      state,
      ...(canAsk && payload.reportedUid !== null
        ? { step: { effect: 'read', values: { ask: 'outcome', uid: payload.reportedUid } } }
        : {}),
    };
  if (state === 'submitted')
    return payload.notice === 'unknown'
      ? { state, step: { effect: 'read', values: { ask: 'outcome' } } }
      : submitBooking(use, payload);
  if (state !== 'offered' && state !== 'opened') return null;
  if (payload.mode !== 'new' && Date.now() - Date.parse(payload.readAt) < FRESH_MS)
    return { state: 'opened' };
  if (ask) return { state: 'opened', step: { effect: 'read', values: { ask } } };
  return {
    state: 'opened',
    payload: { ...payload, mode: 'page', readAt: new Date().toISOString() },
  };
}
