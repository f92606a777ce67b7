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

export interface EvalMessage {
  role: 'user' | 'assistant';
  content: string;
}

export interface EvalCase {
  id: string;
  bot: string;
  messages: EvalMessage[];
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

export interface EvalField {
  name: string;
  /** `email`, `phone`, `date`, `time`, `integer`, `number`, `boolean`, `enum`, or what only its words tell: `order_id`, … */
  type: string;
  description: string;
  options?: string[];
  pattern?: string;
}

/** Inputs to be found in the visitor's words. */
export interface ExtractionCase {
  id: string;
  /** ISO 8601, in the time of the place. */
  now: string;
  fields: EvalField[];
  messages: EvalMessage[];
  /** By field; `a|b`: either; null: it was not said. */
  expect: Record<string, string | number | boolean | null>;
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

/** Reads `extraction.jsonl`; none where there is no such file. */
export function loadExtractionCases(folder: string): ExtractionCase[] {
  const file = join(folder, 'extraction.jsonl');
  return existsSync(file) ? readLines(file) : [];
}

function readLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
