import { expect, it } from 'vitest';
import { availabilitySchema } from '../../../contract/actions/availability.ts';
import { findSpanFault, type Span } from './find-span-fault.ts';
import { nextSpan } from './next-span.ts';

const span = (text: string): Span => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};

it.each([
  ['09:00-12:00 13:00-17:00', [null, null]],
  ['09:00-12:00 12:00-17:00', [null, null]],
  ['18:00-24:00 00:00-02:00', [null, null]],
  ['09:00-13:00 12:30-17:00', ['overlap', 'overlap']],
  ['09:00-17:00 12:00-13:00 18:00-19:00', ['overlap', 'overlap', null]],
  ['17:00-09:00', ['order']],
  ['09:00-09:00', ['order']],
  ['09:00-', ['empty']],
])('of %s is wrong: %j, and the server takes what is right', (text, faults) => {
  const spans = text.split(' ').map(span);
  expect(spans.map((_, index) => findSpanFault(spans, index))).toEqual(faults);
  const hours = { timeZone: 'Europe/Berlin', weekly: { mon: spans } };
  expect(availabilitySchema.safeParse({ hours }).success).toBe(faults.every((fault) => fault === null));
});

it.each([
  ['09:00-12:00', '13:00-15:00'],
  ['09:00-12:00 13:00-17:00', '18:00-20:00'],
  ['13:00-17:00 09:00-12:00', '18:00-20:00'],
  ['09:00-21:00', '22:00-24:00'],
  ['14:00-24:00', '11:00-13:00'],
  ['00:00-24:00', null],
  ['02:00-22:30', null],
])('after %s comes %s', (text, next) => {
  expect(nextSpan(text.split(' ').map(span))).toEqual(next === null ? null : span(next));
});
