import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCases } from '../../evals/load-cases.ts';
import { printReport, reportOutcomes } from '../../evals/report.ts';
import { runCases } from '../../evals/run-cases.ts';
import { createBuiltinEngine } from '../server/builtin-engine/builtin-engine.ts';

const USAGE = `Usage: npm run eval -- <folder> [options]

Lets the built-in engine decide the cases of a folder (bots.json, routing.jsonl, examples.jsonl) and prints the scores.

  --examples N    show it up to N of the owner's examples of each action (default 0)
  --wrong         list the cases that it got wrong
  --json          print the scores as JSON (shares from 0 to 1)
  --min-f1 N      fail when macro-F1 is below N percent
  --max-false N   fail when more than N percent of the cases without an action trigger one`;

const { values, positionals } = readArguments();
const [folder] = positionals;
if (values.help || folder === undefined) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

for (const file of ['bots.json', 'routing.jsonl']) {
  if (existsSync(join(folder, file))) continue;
  console.error(`There is no ${file} in ${folder}.`);
  process.exit(2);
}

const model = createBuiltinEngine({ pace: 0 });
const outcomes = await runCases(model, loadCases(folder), toNumber('examples'));
const report = reportOutcomes(outcomes);
console.log(values.json ? JSON.stringify(report, null, 2) : printReport(report));
if (values.wrong) {
  for (const { case: one, chosen } of outcomes.filter((outcome) => outcome.chosen !== outcome.case.expect)) {
    console.log(
      `${one.bot}: ${one.expect ?? one.kind} expected, ${chosen ?? 'none'} chosen: ${one.messages.at(-1)?.content}`,
    );
  }
}
const { macroF1, falseTriggers } = report.total;
if (!(100 * macroF1 >= toNumber('min-f1')) || 100 * falseTriggers > toNumber('max-false')) {
  console.error('Below the bar.');
  process.exitCode = 1;
}

function toNumber(option: 'examples' | 'min-f1' | 'max-false'): number {
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
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
