import { STOP_WORDS } from '../vocabulary/stop-words.ts';
import type { Field } from './field.ts';
import { nameField } from './name-field.ts';
import { recogniseKind } from './read-fields.ts';

/** The agent's words before asked for this input. */
export function isAskedFor(
  field: Pick<Field, 'name' | 'kind' | 'words' | 'label'>,
  question: string,
): boolean {
  const asked = question.toLowerCase();
  if (asked === '') return false;
  const names = LANGUAGES.map((language) => nameField(field, language).toLowerCase());
  if (names.some((name) => asked.includes(name))) return true;
  if (!/[?؟]|(?:please|bitte|من فضلك)/u.test(asked)) return false;
  const own = (field.words.match(/[\p{L}]{3,}/gu) ?? []).filter(
    (word) => !GENERIC.has(word) && !STOP_WORDS.has(word),
  );
  if (own.some((word) => asked.includes(word))) return true;
  return BY_KIND.has(field.kind) && recogniseKind(asked) === field.kind;
}

const LANGUAGES = ['en', 'de', 'ar'] as const;
const BY_KIND = new Set([
  'email',
  'phone',
  'date',
  'time',
  'person',
  'company',
  'amount',
  'place',
  'address',
  'link',
]);
const GENERIC = new Set(
  'the and for your you our customer visitor number code name full first last please what which whose nummer der die das ihre kunde'.split(
    ' ',
  ),
);
