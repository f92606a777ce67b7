import { expect, it } from 'vitest';
import { guardCell } from './guard-cell.ts';

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '|calc',
  '  =cmd',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '\ufeff=1',
])('keeps %j from being a formula', (value) => {
  expect(guardCell(value).startsWith("'")).toBe(true);
});

it.each(['Ada', 'ada@example.com', '3 - 1', 'a=b', ''])('leaves %j as it is', (value) => {
  expect(guardCell(value)).toBe(value);
});
