import type { EvalCase } from './load-cases.ts';

/** What the engine chose for a case. */
export interface Outcome {
  case: EvalCase;
  /** The action's id; null: none. */
  chosen: string | null;
  milliseconds: number;
}

/** All shares are from 0 to 1; NaN when there is no case to tell by. */
export interface Score {
  cases: number;
  /** The mean F1 of every action (bot and action id) that a case expects or that was chosen. */
  macroF1: number;
  /** The same with "none" of each bot as one more class. */
  macroF1WithNone: number;
  accuracy: number;
  /** Cases that expect no action and got one. */
  falseTriggers: number;
  falseTriggersByKind: Record<string, number>;
  /** Near misses (`none_hard`) that were rightly left alone. */
  nearMissesLeftAlone: number;
  millisecondsP50: number;
  millisecondsP95: number;
}

export function scoreOutcomes(outcomes: Outcome[]): Score {
  const silent = outcomes.filter((outcome) => outcome.case.expect === null);
  const kinds = [...new Set(silent.map((outcome) => outcome.case.kind))].sort();
  const times = outcomes.map((outcome) => outcome.milliseconds).sort((a, b) => a - b);
  return {
    cases: outcomes.length,
    macroF1: macroF1(outcomes, (id) => id !== null),
    macroF1WithNone: macroF1(outcomes, () => true),
    accuracy: share(outcomes, (outcome) => outcome.chosen === outcome.case.expect),
    falseTriggers: share(silent, (outcome) => outcome.chosen !== null),
    falseTriggersByKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        share(
          silent.filter((outcome) => outcome.case.kind === kind),
          (outcome) => outcome.chosen !== null,
        ),
      ]),
    ),
    nearMissesLeftAlone: share(silent.filter(isNearMiss), (outcome) => outcome.chosen === null),
    millisecondsP50: percentile(times, 0.5),
    millisecondsP95: percentile(times, 0.95),
  };
}

function isNearMiss(outcome: Outcome): boolean {
  return outcome.case.kind === 'none_hard';
}

function macroF1(outcomes: Outcome[], counts: (id: string | null) => boolean): number {
  const classes = new Map<string, { right: number; chosen: number; expected: number }>();
  const classOf = (bot: string, id: string | null) => {
    const key = JSON.stringify([bot, id]);
    const known = classes.get(key) ?? { right: 0, chosen: 0, expected: 0 };
    classes.set(key, known);
    return known;
  };
  for (const { case: one, chosen } of outcomes) {
    if (counts(one.expect)) classOf(one.bot, one.expect).expected++;
    if (counts(chosen)) classOf(one.bot, chosen).chosen++;
    if (counts(chosen) && chosen === one.expect) classOf(one.bot, chosen).right++;
  }
  const scores = [...classes.values()].map(
    ({ right, chosen, expected }) => (2 * right) / (chosen + expected),
  );
  return scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
}

function share<Item>(items: Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

function percentile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
