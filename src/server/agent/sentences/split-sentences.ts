import { findSentenceEnd } from './sentence-end.ts';
import { wordPattern } from './word-pattern.ts';

/** The sentences of a whole text; joined they are the text. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let last: { word: string; end: number } | null = null;
  for (const match of text.matchAll(wordPattern())) {
    const [word] = match;
    const ends = last ? findSentenceEnd(last.word, text.slice(last.end, match.index), word) : 0;
    if (last && ends > 0) {
      sentences.push(text.slice(start, last.end + ends));
      start = last.end + ends;
    }
    last = { word, end: match.index + word.length };
  }
  return start < text.length ? [...sentences, text.slice(start)] : sentences;
}
