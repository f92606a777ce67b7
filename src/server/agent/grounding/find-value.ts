import { findDates } from '../../builtin-engine/calendar/find-dates.ts';
import type { Field, FieldKind } from '../../builtin-engine/extraction/field.ts';
import { findFor } from '../../builtin-engine/extraction/find-for.ts';
import { findAmounts } from '../../builtin-engine/recognisers/find-amounts.ts';
import { findNumbers } from '../../builtin-engine/recognisers/find-numbers.ts';
import type { Finding } from '../../builtin-engine/recognisers/finding.ts';
import { findIdentifier } from './find-identifier.ts';
import { findLiteral, type Span } from './find-literal.ts';
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
  const found = numbers.find((number) => number.value === value) ?? recognise(said, field, value);
  if (found) return toSpan(found);
  // "Order 4711" where the API takes a number.
  return Number.isSafeInteger(value) && value > 999 ? findIdentifier(said.folded, String(value)) : null;
}

function findText(said: Said, field: Field, value: string): Span | null {
  const { kind } = field;
  if (!ONLY_RECOGNISED.has(kind)) {
    const written = foldText(value.trim()).text;
    const literal =
      findLiteral(said.folded, written) ?? findLiteral(said.folded, written.replace(/[_-]+/g, ' '));
    if (literal) return literal;
    const { text, at } = said.folded;
    const plain = foldUmlauts(text);
    // "Müller" and "Mueller": only where one of them is written with a mark, and no place is told.
    if (hasUmlaut(value) !== hasUmlaut(said.text) && findLiteral({ text: plain, at }, foldUmlauts(written)))
      return { start: 0, end: said.text.length };
  }
  if (IDENTIFIERS.has(kind)) {
    const found = findIdentifier(said.folded, value);
    if (found) return found;
  }
  if (kind === 'phone') return saysPhone(said, value);
  const found = recognise(said, field, value);
  return found ? toSpan(found) : null;
}

/** As the built-in engine would read it where it had asked for it. */
function recognise(said: Said, field: Field, value: unknown): Finding<unknown> | null {
  const wanted = normalise(field.kind, value);
  for (const heard of said.heard) {
    const found = findFor({ ...field, pattern: null }, [field], heard, said.now, true).find(
      (finding) => normalise(field.kind, finding.value) === wanted,
    );
    if (found) return found;
  }
  if (field.kind !== 'date') return null;
  // "03.12.2026" could be dialled, too.
  const days = [
    ...said.heard.flatMap(({ dates }) => dates),
    ...findDates(said.text, said.now.now, said.now.locale),
  ];
  return days.find(({ value: first, lastDay }) => first === wanted || lastDay === wanted) ?? null;
}

/** Their letters alone prove nothing: marks count, or other words mean the same. */
const ONLY_RECOGNISED = new Set<FieldKind>(['email', 'link', 'phone', 'integer', 'number']);
const IDENTIFIERS = new Set<FieldKind>(['code', 'text', 'amount']);

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
