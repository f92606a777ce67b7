import { wordPattern } from '../sentences/word-pattern.ts';
import { findEntry, foldWord } from './lexicon.ts';

/** Whether a sentence asks the visitor to fill in a form or the like, in whichever language. */
export function invitesVisitor(sentence: string): boolean {
  return [...sentence.matchAll(wordPattern())].some(([word]) =>
    findEntry(foldWord(word))?.meanings.some((meaning) => meaning?.signs.has('invites')),
  );
}
