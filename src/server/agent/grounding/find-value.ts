import { chooseFinding } from '../../builtin-engine/extraction/choose-finding.ts';
import type { Field, FieldKind } from '../../builtin-engine/extraction/field.ts';
import { findFor } from '../../builtin-engine/extraction/find-for.ts';
import { findAmounts } from '../../builtin-engine/recognisers/find-amounts.ts';
import { findEmails } from '../../builtin-engine/recognisers/find-emails.ts';
import { findLinks } from '../../builtin-engine/recognisers/find-links.ts';
import { findNumbers } from '../../builtin-engine/recognisers/find-numbers.ts';
import type { Finding } from '../../builtin-engine/recognisers/finding.ts';
import { findIdentifier } from './find-identifier.ts';
import { findLiteral, type Span } from './find-literal.ts';
import { findDay, findHour } from './find-moment.ts';
import { saysYesOrNo } from './find-yes-or-no.ts';
import { foldText } from './fold-text.ts';
import { foldUmlauts, hasUmlaut } from './fold-umlauts.ts';
import type { Said } from './said.ts';
import { saysPhone } from './says-phone.ts';

/** What of something said supports a value; `span` is absent where it is the whole of it. */
export interface Support {
  said: Said;
  span?: Span;
}

/** Where one thing that the visitor said supports a single value, in whatever spelling; null: nowhere. */
export function findValue(said: Said, field: Field, value: unknown): Support | null {
  if (typeof value === 'boolean') return saysYesOrNo(said, field, value) ? { said } : null;
  const span =
    typeof value === 'number' ? findNumber(said, field, value) : findText(said, field, String(value));
  return span && { said, ...(said.isAssent ? {} : { span }) };
}

function findNumber(said: Said, field: Field, value: number): Span | null {
  const numbers = [...findNumbers(said.text), ...findAmounts(said.text).map(toAmount)];
  const found = numbers.find((number) => number.value === value);
  if (found) return toSpan(found);
  // "Order 4711" where the API takes a number.
  const named = Number.isSafeInteger(value) && value > 999 && findIdentifier(said.folded, String(value));
  return named || recognise(said, field, value);
}

function findText(said: Said, field: Field, value: string): Span | null {
  const { kind } = field;
  const literal = ONLY_RECOGNISED.has(kind) ? null : findWritten(said, value);
  const span = literal ?? FINDERS[kind]?.(said, field, value) ?? null;
  return kind === 'option' && span && isDenied(said, span) ? null : span;
}

/** "Not express, please." */
function isDenied({ text }: Said, { start, end }: Span): boolean {
  const finding = { from: start, to: end, value: text };
  return chooseFinding([finding], text, { words: '', acceptsWeak: true }).denied.length > 0;
}

function findWritten({ folded, text }: Said, value: string): Span | null {
  const written = foldText(value.trim()).text;
  const literal = findLiteral(folded, written) ?? findLiteral(folded, written.replace(/[_-]+/g, ' '));
  // "Müller" and "Mueller": only where one of them is written with a mark, and no place is told.
  if (literal || hasUmlaut(value) === hasUmlaut(text)) return literal;
  const plain = { text: foldUmlauts(folded.text), at: folded.at };
  return findLiteral(plain, foldUmlauts(written)) ? { start: 0, end: text.length } : null;
}

type Find = (said: Said, field: Field, value: string) => Span | null;

const findSame =
  (find: (text: string) => Finding<unknown>[]): Find =>
  ({ text }, { kind }, value) => {
    const wanted = normalise(kind, value);
    const found = find(text).find((one) => normalise(kind, one.value) === wanted);
    return found ? toSpan(found) : null;
  };
/** What else than the very letters says the same. A kind that is not here is told by its letters alone. */
const FINDERS: Partial<Record<FieldKind, Find>> = {
  email: findSame(findEmails),
  link: findSame(findLinks),
  phone: (said, _, value) => saysPhone(said, value),
  date: (said, _, value) => findDay(said, value),
  time: (said, _, value) => findHour(said, value),
  moment: recognise,
  code: ({ folded }, _, value) => findIdentifier(folded, value),
  text: ({ folded }, _, value) => findIdentifier(folded, value),
  amount: recognise,
  option: recognise,
};

/** As the built-in engine would read it where it had asked for it. */
function recognise(said: Said, field: Field, value: unknown): Span | null {
  const wanted = normalise(field.kind, value);
  for (const part of said.heard) {
    const found = findFor({ ...field, pattern: null }, [field], part, said.now, true).find(
      (finding) => normalise(field.kind, finding.value) === wanted,
    );
    if (found) return said.place(part, found);
  }
  return null;
}

/** Their letters alone prove nothing: marks count, or other words mean the same. */
const ONLY_RECOGNISED = new Set<FieldKind>(['email', 'link', 'phone', 'integer', 'number']);

function normalise(kind: FieldKind, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFKC').trim();
  if (kind === 'link') return URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text;
  if (kind === 'moment') return text.slice(0, 16);
  return text.toLowerCase();
}

function toAmount({ value, ...place }: Finding<{ amount: number }>): Finding<number> {
  return { ...place, value: value.amount };
}

function toSpan({ from, to }: { from: number; to: number }): Span {
  return { start: from, end: to };
}
