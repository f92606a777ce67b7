import type { JsonObject } from '../../define.ts';
import type { CallOutcome } from '../../define-call.ts';

/** A step's outcome; the part goes into the card. */
export function told(state: CallOutcome['state'], part: JsonObject): CallOutcome {
  return { state, result: { status: state }, retry: 'never', card: { payload: part } };
}
