import type { Concept } from '../vocabulary/concept.ts';
import { CONCEPTS } from '../vocabulary/concepts.ts';
import { stemWord } from './stem.ts';

/** Where in a text an idea is named. */
export interface ConceptSpan {
  from: number;
  length: number;
  concept: string;
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
  index ??= { plain: indexBy(({ en, ar }) => `${en} ${ar}`, 'en'), german: indexBy(({ de }) => de, 'de') };
  const spans: ConceptSpan[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= Math.min(LONGEST_PHRASE, words.length - from); length++) {
      const phrase = words.slice(from, from + length);
      if (length === 1 && phrase[0]?.isStopWord) continue;
      const plain = index.plain.get(phrase.map((word) => word.stem).join(' ')) ?? [];
      const german = phrase.every((word) => word.mayBeGerman)
        ? (index.german.get(phrase.map((word) => word.germanStem).join(' ')) ?? [])
        : [];
      for (const concept of new Set([...plain, ...german])) spans.push({ from, length, concept });
    }
  }
  return spans;
}

type ConceptIndex = Map<string, string[]>;

const LONGEST_PHRASE = 4;
/** Made on first use, so that a server on another model never pays for it. */
let index: { plain: ConceptIndex; german: ConceptIndex } | undefined;

function indexBy(wordsOf: (concept: Concept) => string, language: 'en' | 'de'): ConceptIndex {
  const made: ConceptIndex = new Map();
  for (const concept of CONCEPTS) {
    for (const entry of wordsOf(concept).split(' ')) {
      const stems = entry.split(/[_-]/).map((word) => stemWord(word, language));
      const known = made.get(stems.join(' ')) ?? [];
      if (!known.includes(concept.id)) made.set(stems.join(' '), [...known, concept.id]);
    }
  }
  return made;
}
