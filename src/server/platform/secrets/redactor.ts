import { type EncodedForm, listEncodedForms } from './encoded-forms.ts';

const MASK = '•••';
/** Shorter ones would blank words and numbers everywhere, and are no secrets to who can guess. */
const MIN_CHARS = 6;
/** So that a process which sees new tokens for months stays quick. */
const MAX_RECENT = 1_000;

/**
 * Knows the secret values that this process has seen, and takes them out of what it tells, in every encoding. A value
 * that was never revealed here cannot leak from here, so nothing has to be loaded ahead; one that was replaced stays
 * known. Redact before you cut: a half of a value is not found.
 */
export interface Redactor {
  /** A value that comes and goes: the ones used last are remembered. */
  add(value: string): void;
  /** A value that this process was started with. */
  keep(value: string): void;
  /** The same text when nothing is found, which is quick. */
  redact(text: string): string;
  /** Redacts the strings and keys of a JSON value; a number that is a whole secret becomes a string. */
  redactJson<Value>(value: Value): Value;
}

export function createRedactor(): Redactor {
  const kept = new Map<string, EncodedForm[]>();
  const recent = new Map<string, EncodedForm[]>();
  let sorted: EncodedForm[] | undefined;

  const redact = (text: string): string => {
    sorted ??= sortForms([...kept.values(), ...recent.values()].flat());
    let clean = text;
    for (const form of sorted) {
      if (clean.includes(form.text)) clean = clean.replaceAll(form.pattern ?? form.text, MASK);
    }
    return clean;
  };

  const redactValue = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value);
    if (typeof value === 'number') return kept.has(String(value)) || recent.has(String(value)) ? MASK : value;
    if (Array.isArray(value)) return value.map(redactValue);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactValue(item)]));
  };

  return {
    add(value) {
      if (value.length < MIN_CHARS) return;
      const before = recent.get(value);
      // Put at the end again: the first one is the one that was not used for longest.
      recent.delete(value);
      recent.set(value, before ?? listEncodedForms(value));
      if (before) return;
      const [oldest] = recent.keys();
      if (recent.size > MAX_RECENT && oldest !== undefined) recent.delete(oldest);
      sorted = undefined;
    },
    keep(value) {
      if (value.length < MIN_CHARS) return;
      kept.set(value, listEncodedForms(value));
      sorted = undefined;
    },
    redact,
    redactJson: <Value>(value: Value) => redactValue(value) as Value,
  };
}

/** The longest first: one value may be the beginning of another. */
function sortForms(forms: EncodedForm[]): EncodedForm[] {
  return forms.sort((one, other) => other.text.length - one.text.length);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
