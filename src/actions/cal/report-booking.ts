import { z } from 'zod';
import type { BookingPayload } from '../booking/payload.ts';
import { isTimeZone } from '../booking/time-zones.ts';
import type { CardContext, CardResult, JsonObject } from '../define.ts';

const report = z.object({
  uid: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .nullable()
    .catch(null),
  start: z.iso.datetime({ offset: true }).nullable().catch(null),
  timeZone: z.string().refine(isTimeZone).catch('UTC'),
});

/** The provider's page has told the browser of a booking, and the browser tells us. That proves nothing yet. */
export function reportBooking(
  payload: BookingPayload,
  values: JsonObject,
  context: CardContext,
  canAsk: boolean,
): CardResult {
  const { uid, start, timeZone } = report.parse({ uid: null, start: null, timeZone: '', ...values });
  const startsAt = start && new Date(start).toISOString();
  context.saveBooking({
    ...{ provider: 'cal', state: 'reported', title: payload.title, links: {} },
    ...{ uid, startsAt, endsAt: null, timeZone },
  });
  const booked = { state: 'reported' as const, start: startsAt, timeZone, email: '', links: {} };
  return {
    state: 'booked',
    payload: { ...payload, slots: [], choice: null, notice: null, booked, reportedUid: uid },
    ...(canAsk && uid ? { step: { effect: 'read' as const, values: { ask: 'outcome', uid } } } : {}),
  };
}
