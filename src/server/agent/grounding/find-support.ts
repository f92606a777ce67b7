import type { Field } from '../../builtin-engine/extraction/field.ts';
import { coverWords } from './covers-words.ts';
import { findLiteral } from './find-literal.ts';
import { findValue, type Support } from './find-value.ts';
import { foldText } from './fold-text.ts';
import type { Said } from './said.ts';

/** What of all that the visitor said supports a value; lists and objects need it for each of their values. */
export function findSupport(said: Said[], field: Field, value: unknown): Support | null {
  if (Array.isArray(value))
    return every(value, (item) => findSupport(said, { ...field, isList: false }, item));
  if (typeof value === 'object' && value !== null)
    return every(Object.entries(value), ([key, item]) => findSupport(said, toField(key, field), item));
  for (const one of said) {
    if (one.isAssent && WORDY.has(field.kind)) continue;
    const found = findValue(one, field, value);
    if (found) return found;
  }
  return typeof value === 'string' ? findWords(said, field, value) : null;
}

function every<Item>(items: Item[], find: (item: Item) => Support | null): Support | null {
  const found = items.map(find);
  return found.includes(null) ? null : (found[0] ?? null);
}

/** A value in an object is told by its form alone. */
function toField(name: string, { words, label }: Field): Field {
  return {
    ...{ name, kind: 'text', words: `${words} ${name.toLowerCase()}`, label },
    ...{ options: [], pattern: null, isList: false, maxLength: null },
  };
}

const WORDY = new Set<Field['kind']>(['text', 'message']);

/** Free text that was put together of what was said. */
function findWords(said: Said[], { kind }: Field, value: string): Support | null {
  const own = said.filter(({ isAssent }) => !isAssent);
  if (WORDY.has(kind)) return whole(coverWords(value, own));
  if (kind === 'address') return whole(coverWords(value, own, true));
  if (kind !== 'person') return null;
  // "Lovelace, Ada", or the names one by one as they were asked for.
  const names = foldText(value).text.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const turned = [...names.slice(-1), ...names.slice(0, -1)];
  const inOne = own.find(
    ({ folded }) => findLiteral(folded, turned.join(' ')) ?? findLiteral(folded, turned.join(', ')),
  );
  if (inOne) return { said: inOne };
  return whole(coverWords(value, own.filter(isShort), true));
}

function isShort({ text }: Said): boolean {
  return text.trim().split(/\s+/).length <= 3;
}

function whole(used: Said[] | null): Support | null {
  return used?.[0] ? { said: used[0] } : null;
}
