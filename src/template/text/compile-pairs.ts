import { TemplateError } from '../template-error.ts';
import type { Filling } from '../values/filling.ts';
import { fillText, writeValue } from './fill-text.ts';
import { type Part, placeholdersOf, readText } from './read-text.ts';
import type { Scope } from './scope.ts';
import type { Slot } from './slots.ts';

/** A parameter of a query, or a field of a form. */
export interface CompiledPair {
  /** The encoded name with its `=`. */
  head: string;
  /** Literal text in it is encoded. */
  value: Part[];
  /** Where it stands in the template. */
  path: string;
}

/** @throws TemplateError */
export function compilePairs(
  rows: { name: string; value: string }[],
  scope: Scope,
  slot: Slot,
  path: string,
): CompiledPair[] {
  return rows.map(({ name, value }, index) => {
    const nameParts = readText(name, `${path}.${index}.name`);
    if (placeholdersOf(nameParts).length > 0)
      throw new TemplateError(
        'name_placeholder',
        `${path}.${index}.name`,
        'has a placeholder, and only values can be filled in',
      );
    const parts = scope.read(value, `${path}.${index}.value`);
    return {
      head: `${slot.encode(nameParts.join(''))}=`,
      value: parts.map((part) => (typeof part === 'string' ? slot.encode(part) : part)),
      path: `${path}.${index}.value`,
    };
  });
}

/** Lists repeat their name; a missing optional value takes its pair out. */
export function fillPairs(pairs: CompiledPair[], filling: Filling, slot: Slot): string {
  return pairs.flatMap((pair) => fillPair(pair, filling, slot)).join('&');
}

function fillPair({ head, value, path }: CompiledPair, filling: Filling, slot: Slot): string[] {
  const [only, ...others] = value;
  if (only !== undefined && typeof only !== 'string' && others.length === 0) {
    const list = filling.valueOf(only);
    if (Array.isArray(list)) return list.map((item) => head + writeValue(item, only, slot, path));
  }
  const text = fillText(value, filling, slot, path);
  return text === undefined ? [] : [head + text];
}
