import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface EvalAction {
  id: string;
  name: string;
  guidance: string;
  whenNotToUse?: string;
}

export interface EvalBot {
  id: string;
  actions: EvalAction[];
}

export interface EvalCase {
  id: string;
  bot: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
  /** The id of the action to be used; null: none. */
  expect: string | null;
  /** `action`, or why none is to be used: `none_hard`, `none_oos`, … */
  kind: string;
}

/** What an owner gave as examples of one action. */
export interface EvalExamples {
  bot: string;
  action: string;
  examples: string[];
}

export interface EvalData {
  bots: EvalBot[];
  cases: EvalCase[];
  examples: EvalExamples[];
}

/** Reads `bots.json`, `routing.jsonl` and, where there is one, `examples.jsonl`. Throws when the first two are not there. */
export function loadCases(folder: string): EvalData {
  const examples = join(folder, 'examples.jsonl');
  return {
    bots: JSON.parse(readFileSync(join(folder, 'bots.json'), 'utf8')),
    cases: readLines(join(folder, 'routing.jsonl')),
    examples: existsSync(examples) ? readLines(examples) : [],
  };
}

function readLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
