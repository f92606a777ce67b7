import { wordPattern } from '../sentences/word-pattern.ts';
import { findEntry, foldWord, LEXICONS, type Lexicon, ROLE } from './lexicon.ts';
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

/**
 * Whether a word that no list has makes a claim of the beginning of a sentence: "I have defragmented".
 * @param isTold the sentence tells of somebody: any verb may make it one
 */
export function makesClaim(
  beginning: string,
  word: string,
  languages: readonly number[],
  isTold: boolean,
): boolean {
  const meanings = findEntry(word)?.meanings;
  return languages.some((index) => {
    const lexicon = LEXICONS[index];
    const roles = meanings?.[index]?.roles ?? 0;
    if (!lexicon || (roles !== 0 && (roles & ROLE.now) === 0)) return false;
    const isLike =
      isTold ||
      roles !== 0 ||
      lexicon.participle?.test(word) ||
      lexicon.ownPast?.test(word) ||
      lexicon.passive?.test(word);
    if (!isLike) return false;
    const { claim, endsOpen } = readSentence(beginning, lexicon);
    return claim !== null || endsOpen;
  });
}

/** The languages that this sentence speaks of deeds in, the likeliest first. */
function candidates(sentence: string): Lexicon[] {
  const votes = LEXICONS.map(() => 0);
  for (const match of sentence.matchAll(wordPattern())) {
    const word = foldWord(match[0]);
    const known = findEntry(word)?.languages;
    for (const index of known ?? speakingOfThemselves(word)) votes[index] = (votes[index] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  return LEXICONS.map((lexicon, index) => ({ lexicon, votes: votes[index] ?? 0 }))
    .filter((candidate) => candidate.votes > 0 && candidate.votes * 2 >= most)
    .sort((one, other) => other.votes - one.votes)
    .map(({ lexicon }) => lexicon);
}

/** The languages in which a word of no list ends as a deed of whoever speaks does. */
function speakingOfThemselves(word: string): number[] {
  return LEXICONS.flatMap(({ ownPast, passive }, index) =>
    ownPast?.test(word) || passive?.test(word) ? [index] : [],
  );
}
