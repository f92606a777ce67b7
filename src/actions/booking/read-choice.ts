import { z } from 'zod';
import { CardInvalid, type JsonObject } from '../define.ts';
import type { BookingChoice } from './payload.ts';
import { isTimeZone } from './time-zones.ts';

const choice = z.object({
  start: z.iso.datetime(),
  timeZone: z.string().refine(isTimeZone, { params: { code: 'time_zone' } }),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(200),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .catch('en'),
});

/** What the visitor wants to book: one of the times that they were shown. @throws CardInvalid */
export function readChoice(values: JsonObject, slots: readonly string[]): BookingChoice {
  const parsed = choice.safeParse(values);
  if (!parsed.success)
    throw new CardInvalid(
      parsed.error.issues.map(({ path, message }) => {
        const field = String(path[0] ?? 'start');
        const isEmpty = typeof values[field] !== 'string' || String(values[field]).trim() === '';
        return { path: `values.${field}`, code: isEmpty ? 'required' : field, message };
      }),
    );
  const start = new Date(parsed.data.start).toISOString();
  if (!slots.includes(start))
    throw new CardInvalid([
      { path: 'values.start', code: 'start', message: 'is none of the times on offer' },
    ]);
  return { ...parsed.data, start };
}
