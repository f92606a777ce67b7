import type { Span } from './find-literal.ts';
import type { Folded } from './fold-text.ts';

/**
 * Where an order number or the like stands, however it is grouped: "ORD 4711" and "ord-4711" are one, and "4711" is what
 * "#4711" and "ORD-4711" name. A part of a longer one is another one.
 */
export function findIdentifier({ text, at }: Folded, value: string): Span | null {
  const wanted = bare(value);
  if (wanted === '' || !/\d/.test(wanted)) return null;
  const runs = [...text.matchAll(RUN)].map((run) => ({
    from: run.index,
    to: run.index + run[0].length,
    text: run[0],
  }));
  for (const [first, run] of runs.entries()) {
    const span = (to: number) => ({ start: at[run.from] ?? 0, end: at[to] ?? 0 });
    if (named(run.text) === wanted) return span(run.to);
    let joined = '';
    for (const [count, next] of runs.slice(first, first + MOST_GROUPS).entries()) {
      const previous = runs[first + count - 1];
      if (count > 0 && !/^ ?[-.] ?$|^ $/.test(text.slice(previous?.to, next.from))) break;
      joined += bare(next.text);
      if (joined.length > wanted.length) break;
      if (joined === wanted && (count === 0 || isGrouped(runs.slice(first, first + count + 1))))
        return span(next.to);
    }
  }
  return null;
}

/** As it is written without a break. */
const RUN = /[\p{L}\p{N}]+(?:[-_/.:][\p{L}\p{N}]+)*/gu;
/** An IBAN in groups of four. */
const MOST_GROUPS = 9;

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** "ord-4711" → "4711": letters that only say what sort of number follows. */
function named(run: string): string | null {
  return /^\p{L}{1,8}[-_/.:]?(\p{N}{3,})$/u.exec(run)?.[1] ?? null;
}

/** Groups of one number, not numbers that happen to stand side by side: "4711 2" is not 47112. */
function isGrouped(groups: { text: string }[]): boolean {
  const [first, ...rest] = groups.map(({ text }) => text);
  if (first === undefined) return false;
  if (/^\p{L}{1,8}$/u.test(first) && rest.length === 1) return true;
  const length = groups.reduce((sum, { text }) => sum + text.length, 0);
  const isEven = groups.slice(0, -1).every(({ text }) => text.length >= 2);
  return length >= 8 && groups.length >= 2 && isEven && (rest.at(-1)?.length ?? 0) >= 2;
}
