import type { JsonObject } from '../define.ts';
import { toWords } from './fill-message.ts';
import { labelOf } from './label-of.ts';
import type { HttpPayload } from './payload.ts';

/** What the card of an answer shows: what the agent may read of it. */
export function toPayload(title: string, data: JsonObject): HttpPayload {
  return {
    title,
    rows: Object.entries(data).map(([name, value]) => ({ label: labelOf(name), value: toWords(value) })),
  };
}
