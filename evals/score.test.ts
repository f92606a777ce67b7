import { expect, test } from 'vitest';
import { type Outcome, scoreOutcomes } from './score.ts';

function outcome(expected: string | null, chosen: string | null, kind = 'action', bot = 'bot'): Outcome {
  return { case: { id: '', bot, messages: [], expect: expected, kind }, chosen, milliseconds: 1 };
}

test('macro-F1 is the mean over actions, however many cases each has', () => {
  const score = scoreOutcomes([outcome('a', 'a'), outcome('a', 'a'), outcome('a', 'a'), outcome('b', null)]);
  expect(score.macroF1).toBe(0.5);
  expect(score.accuracy).toBe(0.75);
});

test('a false trigger lowers the F1 of the action that it chose', () => {
  const score = scoreOutcomes([outcome('a', 'a'), outcome(null, 'a', 'none_hard')]);
  expect(score.macroF1).toBeCloseTo(2 / 3);
  expect(score.falseTriggers).toBe(1);
});

test('false triggers are told by kind, and near misses apart', () => {
  const score = scoreOutcomes([
    outcome(null, 'a', 'none_hard'),
    outcome(null, null, 'none_hard'),
    outcome(null, null, 'none_oos'),
    outcome('a', 'a'),
  ]);
  expect(score.falseTriggers).toBeCloseTo(1 / 3);
  expect(score.falseTriggersByKind).toEqual({ none_hard: 0.5, none_oos: 0 });
  expect(score.nearMissesLeftAlone).toBe(0.5);
});

test('actions of two bots with the same id are two classes', () => {
  const score = scoreOutcomes([outcome('a', 'a', 'action', 'one'), outcome('a', null, 'action', 'two')]);
  expect(score.macroF1).toBe(0.5);
});

test('"none" counts as a class only in the second variant', () => {
  const score = scoreOutcomes([outcome('a', 'a'), outcome(null, null, 'none_oos')]);
  expect(score.macroF1).toBe(1);
  expect(score.macroF1WithNone).toBe(1);
  expect(scoreOutcomes([outcome('a', 'a'), outcome('a', null)]).macroF1WithNone).toBeCloseTo(1 / 3);
});

test('times are told as the median and the 95th percentile', () => {
  const times = Array.from({ length: 100 }, (_, i) => ({ ...outcome('a', 'a'), milliseconds: i + 1 }));
  const score = scoreOutcomes(times);
  expect([score.millisecondsP50, score.millisecondsP95]).toEqual([51, 96]);
});
