import type { InputSchema, JsonObject } from '../../../actions/define.ts';
import type { SourcedValue } from '../../../actions/define-call.ts';
import type { Field } from '../../builtin-engine/extraction/field.ts';
import { readFields } from '../../builtin-engine/extraction/read-fields.ts';
import { readSituation } from '../../builtin-engine/extraction/read-situation.ts';
import { readText } from '../../builtin-engine/language/reading.ts';
import type { Lexicon } from '../../builtin-engine/recognisers/lexicon.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import { findEarlier, isSame } from './find-earlier.ts';
import { findInForms } from './find-in-forms.ts';
import { findSupport } from './find-support.ts';
import { readSaid } from './read-said.ts';
import type { Said } from './said.ts';

/** What can prove where a value came from. */
export interface Evidence {
  timeline: Pick<TimelineEntry, 'id' | 'author' | 'text' | 'at'>[];
  /** Of this conversation, oldest first. */
  calls: readonly CallRow[];
  /** What the visitor's signed identity says. */
  identity: JsonObject;
  /** The agent's; `auto`: the visitor's. */
  language: string;
}

export interface Grounding {
  /** Each with the source that proves it. */
  inputs: Record<string, SourcedValue>;
  /** What nothing supports, in the order of the schema. */
  ungrounded: Field[];
  /** Free text that a model put together. */
  hasFreeText: boolean;
}

/** Finds the source of each value that the model says is the visitor's. Whatever has none is not to be sent. */
export function groundInputs(
  planned: Record<string, SourcedValue>,
  schema: InputSchema,
  { timeline, calls, identity, language }: Evidence,
): Grounding {
  const fields = readFields(schema as Parameters<typeof readFields>[0]);
  const words = timeline.flatMap(({ author, text }) => (author.type === 'visitor' && text ? [text] : []));
  const situation = readSituation({ language }, words.join('\n').slice(-TELLING_CHARS), LEXICON);
  const said = readSaid(timeline, situation);
  const inputs: Grounding['inputs'] = {};
  const ungrounded: Field[] = [];
  let hasFreeText = false;
  for (const [name, input] of Object.entries(planned)) {
    const field = fields.find((one) => one.name === name);
    if (input.source !== 'visitor') {
      inputs[name] = input;
      continue;
    }
    const source =
      field &&
      (findSaid(said, field, input.value) ??
        findKnown(schema.properties[name], identity, input.value) ??
        findInForms(calls, field, input.value, situation) ??
        (WORDY.has(field.kind) ? null : findEarlier(calls, name, input.value)));
    if (source) inputs[name] = { value: input.value, ...source };
    else ungrounded.push(field ?? unknownField(name));
    hasFreeText ||= field === undefined || WORDY.has(field.kind) || field.kind === 'object';
  }
  return { inputs, ungrounded, hasFreeText };
}

/** Enough to tell a language. */
const TELLING_CHARS = 1_000;

const WORDY = new Set<Field['kind']>(['text', 'message']);

type Source = Omit<SourcedValue, 'value'>;

function findSaid(said: Said[], field: Field, value: unknown): Source | null {
  const found = findSupport(said, field, value);
  return found && { source: 'visitor', at: { entryId: found.said.entryId, ...found.span } };
}

/** Set by the owner, or told by whoever signed the visitor in. */
function findKnown(property: JsonObject = {}, identity: JsonObject, value: unknown): Source | null {
  const fixed = property.const ?? property.default ?? lone(property.enum);
  if (fixed !== undefined && JSON.stringify(fixed) === JSON.stringify(value)) return { source: 'fixed' };
  const attribute = Object.entries(identity).find(([, known]) => isScalar(known) && isSame(known, value));
  return attribute ? { source: `identity:${attribute[0]}` } : null;
}

/** A choice of one is none. */
function lone(options: unknown): unknown {
  return Array.isArray(options) && options.length === 1 ? options[0] : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function unknownField(name: string): Field {
  return {
    ...{ name, kind: 'text', words: name, label: name, options: [], pattern: null },
    ...{ isList: false, maxLength: null },
  };
}

/** Names and options are compared by their letters: the word vectors stay unread where another model answers. */
const NO_VECTORS = { rank: () => null, vector: () => null };
const LEXICON: Lexicon = { rank: () => null, read: (text) => readText(text, NO_VECTORS) };
