import type { CallState } from '../../../contract/call.ts';

/** In the order that a call goes through them; the compiler asks for each. */
const ORDER: Record<CallState, number> = {
  proposed: 0,
  confirmed: 1,
  sent: 2,
  done: 3,
  failed: 4,
  unknown: 5,
};

export const callStates = Object.keys(ORDER) as CallState[];
