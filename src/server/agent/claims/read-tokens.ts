import type { Role, Sign } from '../claim-words/claim-words.ts';
import { wordPattern } from '../sentences/word-pattern.ts';
import { foldWord, type Lexicon, type Meaning, ROLE, withoutVowel } from './lexicon.ts';

/** A word or a known phrase of a sentence. */
export interface Token {
  meaning: Meaning | undefined;
  isNumber: boolean;
  isCapital: boolean;
  /** Of the last word, for plurals. */
  word: string;
  /** What stands between it and the word before. */
  gap: string;
}

const QUOTED = /"[^"\n]{1,300}"|“[^”]{1,300}”|„[^“”]{1,300}[“”]|«[^»]{1,300}»/g;

/** The words of a sentence, as one language sees them. What is quoted is not said. */
export function readTokens(sentence: string, { words, phrases }: Lexicon): Token[] {
  const unquoted = sentence.replace(QUOTED, (quote) => ' '.repeat(quote.length));
  const said = /[\p{L}\p{N}]/u.test(unquoted) ? unquoted : sentence;
  // "n° 4711" is no "n'est".
  const text = said.replace(/\bn[°º]/giu, 'nr');
  const found: { word: string; gap: string; isCapital: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern())) {
    found.push({
      word: foldWord(match[0]),
      gap: text.slice(end, match.index),
      isCapital: /^\p{Lu}/u.test(match[0]),
    });
    end = match.index + match[0].length;
  }
  const tokens: Token[] = [];
  for (let at = 0; at < found.length; ) {
    const { word, gap, isCapital } = found[at] ?? { word: '', gap: '', isCapital: false };
    const plain = withoutVowel(word);
    const phrase = phrases
      .get(plain)
      ?.find((candidate) =>
        candidate.words.every(
          (part, offset) =>
            withoutVowel(found[at + offset]?.word ?? '') === part &&
            (offset === 0 || !BREAK.test(found[at + offset]?.gap ?? '')),
        ),
      );
    const meaning = phrase?.meaning ?? words.get(plain);
    tokens.push({
      meaning,
      isNumber: /^\p{N}+\p{L}?$/u.test(word),
      isCapital,
      word: phrase?.words.at(-1) ?? word,
      gap,
    });
    at += phrase?.words.length ?? 1;
  }
  return tokens;
}

/** Between two words: another clause begins. */
export const BREAK = /[,;:،؛–—(){}[\]¿¡|…✓✔✅☑!?؟。！？]|\s-\s|\n|\.\s/u;

export function plays(token: Token | undefined, role: Role): boolean {
  return ((token?.meaning?.roles ?? 0) & ROLE[role]) !== 0;
}

export function tells(token: Token | undefined, sign: Sign): boolean {
  return token?.meaning?.signs.has(sign) ?? false;
}
