import { z } from 'zod';
import type { CardContext, CardResult, JsonObject } from '../../define.ts';
import type { BookingPayload } from '../payload.ts';
import { isTimeZone } from '../time-zones.ts';

const report = z.object({
  uid: z.string().max(300).nullable().catch(null),
  start: z.iso.datetime({ offset: true }).nullable().catch(null),
  timeZone: z.string().refine(isTimeZone).catch('UTC'),
});

interface Reporter {
  /** The key of the provider. */
  provider: string;
  /** Whether a booking of the provider can be called so. */
  isUid(uid: string): boolean;
  /** Whether the provider can be asked what came of it. */
  canAsk: boolean;
}

/** The provider's page has told the browser of a booking, and the browser tells us. That proves nothing yet. */
export function reportBooking(
  payload: BookingPayload,
  values: JsonObject,
  context: CardContext,
  { provider, isUid, canAsk }: Reporter,
): CardResult {
  const { start, timeZone, ...told } = report.parse({ uid: null, start: null, timeZone: '', ...values });
  const uid = told.uid !== null && isUid(told.uid) ? told.uid : null;
  const startsAt = start && new Date(start).toISOString();
  context.saveBooking({
    ...{ provider, state: 'reported', title: payload.title, links: {} },
    ...{ uid, startsAt, endsAt: null, timeZone },
  });
  const booked = { state: 'reported' as const, start: startsAt, timeZone, email: '', links: {} };
  return {
    state: 'booked',
    payload: { ...payload, slots: [], choice: null, notice: null, booked, reportedUid: uid },
    ...(canAsk && uid ? { step: { effect: 'read' as const, values: { ask: 'outcome', uid } } } : {}),
  };
}
