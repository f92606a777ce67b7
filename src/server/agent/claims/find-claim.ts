import { findEntry, foldWord, LEXICONS, type Lexicon } from './lexicon.ts';
import { type Claim, readSentence } from './read-sentence.ts';

/** What a sentence says to have been done, in whichever language it says so. */
export function findClaim(sentence: string): Claim | null {
  const claims = candidates(sentence).flatMap((lexicon) => readSentence(sentence, lexicon).claim ?? []);
  return claims[0] ?? null;
}

/** Whether the beginning of a sentence may become a claim by what follows. Asked when it names a deed. */
export function mayBecomeClaim(beginning: string, languages: readonly number[]): boolean {
  const known = languages.flatMap((index) => LEXICONS[index] ?? []);
  return known.length === 0 || known.some((lexicon) => !readSentence(beginning, lexicon).endsHarmless);
}

/** The languages that this sentence speaks of deeds in, the likeliest first. */
function candidates(sentence: string): Lexicon[] {
  const votes = LEXICONS.map(() => 0);
  for (const match of sentence.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}]+/gu)) {
    const entry = findEntry(foldWord(match[0]));
    for (const index of entry?.languages ?? []) votes[index] = (votes[index] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  return LEXICONS.map((lexicon, index) => ({ lexicon, votes: votes[index] ?? 0 }))
    .filter((candidate) => candidate.votes > 0 && candidate.votes * 2 >= most)
    .sort((one, other) => other.votes - one.votes)
    .map(({ lexicon }) => lexicon);
}
