/** What sort of value an input takes; a JSON Schema says it only in part, the rest is in its name and description. */
export type FieldKind =
  | 'email'
  | 'phone'
  | 'link'
  | 'date'
  | 'time'
  | 'moment'
  | 'amount'
  | 'code'
  | 'person'
  | 'company'
  | 'place'
  | 'address'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'option'
  | 'message'
  | 'text'
  | 'object';

/** One input of a tool, as values are looked for. */
export interface Field {
  name: string;
  kind: FieldKind;
  /** Name and description in lower case, to compare with what is said around a value. */
  words: string;
  /** What a person would call it: the description, else the name in words. */
  label: string;
  options: (string | number)[];
  pattern: string | null;
  /** Takes several values. */
  isList: boolean;
  maxLength: number | null;
}

/** Any words will do for it, so they are told only by having been asked for. */
export function isFreeText({ kind }: Pick<Field, 'kind'>): boolean {
  return FREE.has(kind);
}

const FREE = new Set<FieldKind>(['text', 'message', 'address', 'place']);
