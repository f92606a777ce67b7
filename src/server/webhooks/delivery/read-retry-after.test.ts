import { expect, it } from 'vitest';
import { readRetryAfter } from './read-retry-after.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

it.each([
  ['120', 120],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['9999999', 86_400],
  ['soon', null],
  ['-5', 0],
  [undefined, null],
])('%j is %j seconds', (value, seconds) => {
  expect(readRetryAfter(value, NOW)).toBe(seconds);
});
