import type { ActionContext, ActionResult, ActionUse } from '../../define.ts';
import { readKnownContact } from '../known-contact.ts';
import type { BookingPayload } from '../payload.ts';
import { newPayload } from './new-payload.ts';

/** Shows a booking card, unless one is on the visitor's screen already: a second one would only confuse. */
export async function offerBooking(
  { inputs, past }: Pick<ActionUse<unknown>, 'inputs' | 'past'>,
  context: ActionContext,
  page: Pick<BookingPayload, 'link' | 'frame'>,
): Promise<ActionResult> {
  const last = past.at(-1)?.state;
  if (last === 'offered' || last === 'opened') return { result: { status: 'already_open' } };
  const payload = newPayload({ ...page, ...(await readKnownContact(inputs, context)) });
  return {
    result: { status: 'offered', note: 'Nothing is booked yet.' },
    card: { payload: { ...payload } },
  };
}
