import { STOP_WORDS } from '../vocabulary/stop-words.ts';
import { detectLanguage, type Language } from './detect-language.ts';
import { findConcepts } from './find-concepts.ts';
import { stemWord } from './stem.ts';
import type { WordVectors } from './word-vectors.ts';

/** A word of a text, ready to be compared. */
export interface Word {
  text: string;
  stem: string;
  /** Stem by German rules. */
  germanStem: string;
  /** How much it tells about the topic: 0 (grammar) to 1 (rare). */
  weight: number;
  /** Ids of the concepts it stands for, alone or in a phrase. */
  concepts: string[];
  vector: Float32Array | null;
}

/** Reads English, German and Arabic; what it does not know it compares by its letters. */
export function readWords(text: string, vectors: Pick<WordVectors, 'rank' | 'vector'>): Word[] {
  const language = detectLanguage(text);
  const words = splitWords(text).map((word) => readWord(word, language, vectors));
  const spans = findConcepts(
    words.map((word) => ({
      stem: word.stem,
      germanStem: word.germanStem,
      isStopWord: word.weight === 0,
      mayBeGerman: language === 'de' || word.vector === null,
    })),
  );
  for (const { from, length, concept } of spans) {
    const phrase = words.slice(from, from + length);
    for (const word of phrase) if (!word.concepts.includes(concept)) word.concepts.push(concept);
    const [first] = phrase;
    if (first !== undefined && phrase.every((word) => word.weight === 0)) first.weight = PHRASE_WEIGHT;
  }
  return words;
}

/** Lower case, without vowel marks; endings after an apostrophe stand alone. */
function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/n['’`]t\b/g, ' not')
    .replace(/['’`](s|re|ve|ll|d|m)\b/g, ' $1');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** Longer texts are judged by their beginning, so that no message can keep the server busy. */
const MOST_WORDS = 300;
const PHRASE_WEIGHT = 0.6;
/** In English mostly a name or a slip of the pen. */
const UNKNOWN_WEIGHT = 0.3;
/** Of other languages no frequencies are known: every topic word counts the same. */
const FOREIGN_WEIGHT = 0.6;
const NUMBER_WEIGHT = 0.05;
/** Rank from which on a word counts in full. */
const RARE_RANK = 20_000;

function readWord(text: string, language: Language, vectors: Pick<WordVectors, 'rank' | 'vector'>): Word {
  return {
    text,
    stem: stemWord(text, 'en'),
    germanStem: stemWord(text, 'de'),
    weight: weigh(text, language, vectors),
    concepts: [],
    vector: vectors.vector(text),
  };
}

function weigh(text: string, language: Language, vectors: Pick<WordVectors, 'rank' | 'vector'>): number {
  if (STOP_WORDS.has(text)) return 0;
  if (/^\p{N}+$/u.test(text) || /^[a-z]$/.test(text)) return NUMBER_WEIGHT;
  if (language !== 'en') return FOREIGN_WEIGHT;
  const rank = vectors.rank(text);
  return rank === null ? UNKNOWN_WEIGHT : Math.min(1, Math.log(rank + 2) / Math.log(RARE_RANK));
}
