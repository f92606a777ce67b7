import type { Folded } from './fold-text.ts';

/** Where something stands in the original. */
export interface Span {
  start: number;
  end: number;
}

/** Where these very words stand: whole, and not as a part of something longer such as another number or address. */
export function findLiteral({ text, at }: Folded, wanted: string): Span | null {
  if (wanted === '') return null;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    if (isEdge(text, from, wanted.charAt(0), -1) && isEdge(text, to, wanted.at(-1) ?? '', 1))
      return { start: at[from] ?? 0, end: at[to] ?? 0 };
  }
  return null;
}

/** Nothing goes on there: no letter of the same script, and no "-7", ".5" or "@b" that would make it something else. */
function isEdge(text: string, place: number, inner: string, step: 1 | -1): boolean {
  const next = text[step === 1 ? place : place - 1];
  if (next === undefined) return true;
  if (ALNUM.test(next)) return ALNUM.test(inner) && (CJK.test(next) || CJK.test(inner));
  if (!JOINTS.test(next)) return true;
  const beyond = text[step === 1 ? place + 1 : place - 2];
  // "+49 …" and "-5": a sign before a digit is a part of it.
  if (step === -1 && (next === '+' || next === '-') && /\d/.test(inner)) return false;
  return beyond === undefined || !ALNUM.test(beyond) || CJK.test(beyond);
}

const ALNUM = /[\p{L}\p{N}]/u;
const JOINTS = /[-_/.@+:%\\]/;
/** Written without spaces between words. */
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;
