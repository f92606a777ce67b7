import { describe, expect, it } from 'vitest';
import {
  anyOf,
  callCountIs,
  DEFAULT_STOP,
  endedByAction,
  MAX_CALLS_PER_TURN,
  nothingCalled,
  stepCountIs,
  type TurnProgress,
} from './stop-conditions.ts';

const progress = (change: Partial<TurnProgress> = {}): TurnProgress => ({
  steps: 1,
  calls: 1,
  lastCalls: 1,
  ended: false,
  ...change,
});

describe('a turn', () => {
  it('goes on while tools are called within the limits', () => {
    expect(DEFAULT_STOP(progress())).toBe(false);
  });

  it.each([
    ['nothing was called', { lastCalls: 0 }],
    ['an action said so', { ended: true }],
    ['there were eight steps', { steps: 8 }],
    ['there were as many calls as a turn may have', { calls: MAX_CALLS_PER_TURN }],
  ])('is over when %s', (_, change) => {
    expect(DEFAULT_STOP(progress(change))).toBe(true);
  });
});

it('conditions stand alone, and together', () => {
  expect(nothingCalled(progress({ lastCalls: 0 }))).toBe(true);
  expect(endedByAction(progress({ ended: true }))).toBe(true);
  expect(stepCountIs(2)(progress({ steps: 1 }))).toBe(false);
  expect(callCountIs(2)(progress({ calls: 2 }))).toBe(true);
  expect(anyOf(stepCountIs(5), callCountIs(2))(progress({ calls: 2 }))).toBe(true);
  expect(anyOf()(progress())).toBe(false);
});
