import { extractValues } from '../src/server/builtin-engine/extraction/extract-values.ts';
import type { Utterance } from '../src/server/builtin-engine/extraction/hear-utterance.ts';
import { readFields } from '../src/server/builtin-engine/extraction/read-fields.ts';
import { readSituation } from '../src/server/builtin-engine/extraction/read-situation.ts';
import type { Lexicon } from '../src/server/builtin-engine/recognisers/lexicon.ts';
import type { EvalField, EvalMessage, ExtractionCase } from './load-cases.ts';

/** What was found for one field of a case. */
export interface ExtractedField {
  case: ExtractionCase;
  field: EvalField;
  value: unknown;
  isRight: boolean;
  milliseconds: number;
}

/** Looks for the inputs of every case, as the built-in engine does once an action is chosen. */
export function runExtraction(cases: ExtractionCase[], lexicon: Lexicon): ExtractedField[] {
  return cases.flatMap((one) => {
    const started = performance.now();
    const properties = Object.fromEntries(one.fields.map((field) => [field.name, toProperty(field)]));
    const utterances = toUtterances(one.messages);
    const words = utterances.map(({ text }) => text).join('\n');
    const situation = readSituation({ language: 'auto', now: one.now }, words, lexicon);
    const values = extractValues(readFields({ type: 'object', properties }), utterances, situation);
    const milliseconds = performance.now() - started;
    return one.fields.map((field) => {
      const value = values[field.name] ?? null;
      return {
        case: one,
        field,
        value,
        isRight: isRight(value, one.expect[field.name] ?? null),
        milliseconds,
      };
    });
  });
}

function isRight(value: unknown, expected: ExtractionCase['expect'][string]): boolean {
  if (value === null || expected === null || expected === undefined) return value === expected;
  return String(expected).split('|').includes(String(value));
}

/** Only what JSON Schema can say; the rest the engine has to tell from name and description. */
function toProperty({ type, description, options, pattern }: EvalField) {
  const shared = { description, ...(pattern === undefined ? {} : { pattern }) };
  switch (type) {
    case 'email':
    case 'phone':
    case 'date':
    case 'time':
      return { ...shared, type: 'string' as const, format: type };
    case 'integer':
    case 'number':
    case 'boolean':
      return { ...shared, type: type as 'integer' | 'number' | 'boolean' };
    default:
      return { ...shared, type: 'string' as const, ...(options === undefined ? {} : { enum: options }) };
  }
}

function toUtterances(messages: EvalMessage[]): Utterance[] {
  return messages.flatMap(({ role, content }, i) => {
    const before = messages[i - 1];
    return role === 'user'
      ? [{ text: content, question: before?.role === 'assistant' ? before.content : '' }]
      : [];
  });
}
