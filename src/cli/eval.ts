import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCases, loadExtractionCases } from '../../evals/load-cases.ts';
import { printReport, reportOutcomes } from '../../evals/report.ts';
import { printExtraction, reportExtraction } from '../../evals/report-extraction.ts';
import { runCases } from '../../evals/run-cases.ts';
import { runExtraction } from '../../evals/run-extraction.ts';
import { createBuiltinEngine } from '../server/builtin-engine/builtin-engine.ts';
import { findAssets } from '../server/builtin-engine/find-assets.ts';
import { Router } from '../server/builtin-engine/routing/router.ts';

const USAGE = `Usage: npm run eval -- <folder> [options]

Lets the built-in engine decide the cases of a folder (bots.json, routing.jsonl, examples.jsonl), and find the inputs that
extraction.jsonl asks for, and prints the scores.

  --examples N      show it up to N of the owner's examples of each action (default 0)
  --wrong           list the cases that it got wrong
  --json            print the scores as JSON (shares from 0 to 1)
  --min-f1 N        fail when macro-F1 is below N percent
  --max-false N     fail when more than N percent of the cases without an action trigger one
  --min-inputs N    fail when less than N percent of the inputs are right
  --max-invented N  fail when for more than N percent of the inputs that were not said something is found`;

const { values, positionals } = readArguments();
const [folder] = positionals;
if (values.help || folder === undefined) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const missing = ['bots.json', 'routing.jsonl'].find((file) => !existsSync(join(folder, file)));
const extractionCases = loadExtractionCases(folder);
if (missing !== undefined && extractionCases.length === 0) {
  console.error(`There is no ${missing} in ${folder}.`);
  process.exit(2);
}

const outcomes =
  missing === undefined
    ? await runCases(createBuiltinEngine({ pace: 0 }), loadCases(folder), toNumber('examples'))
    : [];
const lexicon = new Router(join(findAssets(), 'word-vectors.bin'));
const found = runExtraction(extractionCases, lexicon);
const report = outcomes.length > 0 ? reportOutcomes(outcomes) : null;
const inputs = found.length > 0 ? reportExtraction(found) : null;
const printed = [report && printReport(report), inputs && printExtraction(inputs)].filter(
  (text) => text !== null,
);
console.log(values.json ? JSON.stringify({ ...report, inputs }, null, 2) : printed.join('\n\n'));
if (values.wrong) listWrong();
if (isBelowBar()) {
  console.error('Below the bar.');
  process.exitCode = 1;
}

function listWrong(): void {
  for (const { case: one, chosen } of outcomes.filter((outcome) => outcome.chosen !== outcome.case.expect)) {
    console.log(
      `${one.bot}: ${one.expect ?? one.kind} expected, ${chosen ?? 'none'} chosen: ${one.messages.at(-1)?.content}`,
    );
  }
  for (const { case: one, field, value } of found.filter(({ isRight }) => !isRight)) {
    const said = one.messages.map(({ content }) => content).join(' / ');
    console.log(`${field.name}: ${one.expect[field.name]} expected, ${value} found: ${said}`);
  }
}

function isBelowBar(): boolean {
  const isWrong = (share: number, least: number, most: number) =>
    !(100 * share >= least) || 100 * share > most;
  return (
    (report !== null &&
      (isWrong(report.total.macroF1, toNumber('min-f1'), 100) ||
        isWrong(report.total.falseTriggers || 0, 0, toNumber('max-false')))) ||
    (inputs !== null &&
      (isWrong(inputs.right, toNumber('min-inputs'), 100) ||
        isWrong(inputs.invented || 0, 0, toNumber('max-invented'))))
  );
}

function toNumber(option: 'examples' | 'min-f1' | 'max-false' | 'min-inputs' | 'max-invented'): number {
  const number = Number(values[option]);
  if (Number.isNaN(number)) throw new Error(`--${option} needs a number, not ${values[option]}`);
  return number;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        examples: { type: 'string', default: '0' },
        wrong: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'min-f1': { type: 'string', default: '0' },
        'max-false': { type: 'string', default: '100' },
        'min-inputs': { type: 'string', default: '0' },
        'max-invented': { type: 'string', default: '100' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
