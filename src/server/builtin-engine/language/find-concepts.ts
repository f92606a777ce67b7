import { CONCEPTS } from './concepts.ts';
import { stemWord } from './stem.ts';

/** Where in a text an idea is named. */
export interface ConceptSpan {
  from: number;
  length: number;
  concept: number;
}

/** A word as concepts are looked up by it. */
interface ConceptWord {
  stem: string;
  germanStem: string;
  /** A lone stop word names no concept, a phrase of them may. */
  isStopWord: boolean;
  /** German rules apply: the text is German, or the word is no English one. */
  mayBeGerman: boolean;
}

/** Every concept that words or phrases of up to four words name. */
export function findConcepts(words: ConceptWord[]): ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  words.forEach((_, from) => {
    for (let length = 1; length <= Math.min(LONGEST, words.length - from); length++) {
      const phrase = words.slice(from, from + length);
      if (length === 1 && phrase[0]?.isStopWord) continue;
      const found = ENGLISH_AND_ARABIC.get(phrase.map((word) => word.stem).join(' ')) ?? [];
      const german = phrase.every((word) => word.mayBeGerman)
        ? (GERMAN.get(phrase.map((word) => word.germanStem).join(' ')) ?? [])
        : [];
      for (const concept of new Set([...found, ...german])) spans.push({ from, length, concept });
    }
  });
  return spans;
}

const LONGEST = 4;
const ENGLISH_AND_ARABIC = indexConcepts((concept) => `${concept.en} ${concept.ar}`, 'en');
const GERMAN = indexConcepts((concept) => concept.de, 'de');

function indexConcepts(
  wordsOf: (concept: (typeof CONCEPTS)[number]) => string,
  language: 'en' | 'de',
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  CONCEPTS.forEach((concept, number) => {
    for (const entry of wordsOf(concept).split(' ')) {
      const key = entry
        .split(/[_-]/)
        .map((word) => stemWord(word, language))
        .join(' ');
      const known = index.get(key) ?? [];
      if (!known.includes(number)) index.set(key, [...known, number]);
    }
  });
  return index;
}
