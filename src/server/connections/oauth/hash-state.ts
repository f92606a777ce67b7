import { hashToken } from '../../platform/ids.ts';

/** What is stored of a state: with the mark of the browser that it was given to, it is good in that one only. */
export function hashState(state: string, mark?: string): Buffer {
  return hashToken(mark === undefined ? state : `${state}.${mark}`);
}
