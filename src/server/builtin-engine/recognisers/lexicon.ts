import type { Reading } from '../language/reading.ts';

/** What the recognisers know of words. */
export interface Lexicon {
  /** The word's place by frequency, 0 the most frequent; null: unknown, so a name or a slip of the pen. */
  rank(word: string): number | null;
  read(text: string): Reading;
}
