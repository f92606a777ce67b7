import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { identityValues, watchIdentity } from './visitor-identity.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends in the middle of a turn, to the moment', () => {
  const identity = watchIdentity({ sub: 'ada', attributes: { plan: 'gold' }, holdsForMs: 30_000 });
  vi.advanceTimersByTime(29_999);
  expect(identity()).toEqual({ isVerified: true, sub: 'ada', attributes: { plan: 'gold' } });
  expect(identityValues(identity())).toEqual({ plan: 'gold', sub: 'ada' });
  vi.advanceTimersByTime(1);
  expect(identity()).toEqual({ isVerified: false, sub: null, attributes: {} });
  expect(identityValues(identity())).toEqual({});
});
