/**
 * Whether a sentence ends between two words, and how much of what stands between them is still its own.
 * @returns 0 when it goes on
 */
export function findSentenceEnd(wordBefore: string, gap: string, wordAfter: string): number {
  if (gap.length === 1 && gap !== '\n') return 0;
  const isNewLine = gap.includes('\n');
  if (!isNewLine && !/[.!?…؟。！？]/.test(gap)) return 0;
  const goesOn = /^\p{Ll}/u.test(wordAfter);
  if (isNewLine) {
    if (goesOn && /^ *\n *$/.test(gap)) return 0;
    return tailOf(gap);
  }
  if (!/[.!?…؟][^\s]*\s|[。！？]/u.test(gap)) return 0;
  if (!/[!?؟。！？]/.test(gap) && (goesOn || isAbbreviated(wordBefore))) return 0;
  return tailOf(gap);
}

/** Up to the white space after the mark; what follows, such as a bullet, belongs to the next sentence. */
function tailOf(gap: string): number {
  return (/^\S*\s+/.exec(gap)?.[0] ?? gap).length;
}

function isAbbreviated(word: string): boolean {
  return /^(?:\p{L}|\p{N}+)$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st nr no vs approx bzw ca inkl evtl usw bspw ggf zzgl str tel mme mlle sr sra av avda ul np godz ok
   jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);
