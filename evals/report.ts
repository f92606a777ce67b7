import { type Outcome, type Score, scoreOutcomes } from './score.ts';

/** The scores of a run, over all bots and by bot. */
export interface Report {
  total: Score;
  bots: Record<string, Score>;
}

export function reportOutcomes(outcomes: Outcome[]): Report {
  const bots = [...new Set(outcomes.map((outcome) => outcome.case.bot))].sort();
  return {
    total: scoreOutcomes(outcomes),
    bots: Object.fromEntries(
      bots.map((bot) => [bot, scoreOutcomes(outcomes.filter((outcome) => outcome.case.bot === bot))]),
    ),
  };
}

export function printReport({ total, bots }: Report): string {
  const kinds = Object.entries(total.falseTriggersByKind).map(
    ([kind, share]) => `  ${kind} ${percent(share)}`,
  );
  const width = Math.max(3, ...Object.keys(bots).map((bot) => bot.length));
  const rows = Object.entries(bots).map(([bot, score]) => row(bot.padEnd(width), score));
  return [
    `${total.cases} cases`,
    `macro-F1 ${percent(total.macroF1)} (mean F1 of all actions; with "none" as a class ${percent(total.macroF1WithNone)})`,
    `accuracy ${percent(total.accuracy)} %`,
    `false triggers ${percent(total.falseTriggers)} % of the cases that expect no action`,
    ...kinds,
    `near misses left alone ${percent(total.nearMissesLeftAlone)} %`,
    `a decision ${total.millisecondsP50.toFixed(2)} ms (p50), ${total.millisecondsP95.toFixed(2)} ms (p95)`,
    '',
    `${'bot'.padEnd(width)}  cases     F1  false %  accuracy %`,
    ...rows,
  ].join('\n');
}

function row(bot: string, score: Score): string {
  const cells = [
    String(score.cases).padStart(5),
    percent(score.macroF1).padStart(5),
    percent(score.falseTriggers).padStart(7),
    percent(score.accuracy).padStart(10),
  ];
  return `${bot}  ${cells.join('  ')}`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : (100 * share).toFixed(1);
}
