import { isOneSlipApart } from './is-one-slip-apart.ts';
import { dotProduct, scaleToLengthOne } from './word-vectors.ts';
import type { Word } from './words.ts';

/** How alike two words are, from 0 to 1: the same stem, a shared concept, a shared part, or near vectors. */
export function compareWords(a: Word, b: Word): number {
  if (isSameWord(a, b)) return 1;
  return Math.max(
    sharesConcept(a, b) ? SHARED_CONCEPT : 0,
    isMistyped(a, b) || isMistyped(b, a) ? MISTYPED : 0,
    sharesPart(a, b) ? SHARED_PART : 0,
    nearness(a, b),
  );
}

/** 1 for the same word, else 0. */
export function sameness(a: Word, b: Word): number {
  return isSameWord(a, b) ? 1 : 0;
}

/** The candidate that counts most as a match, by likeness and weight. */
export function bestMatch(
  word: Word,
  candidates: Word[],
  likenessOf = compareWords,
): { likeness: number; weight: number; text: string } {
  let best = { likeness: 0, weight: 0, text: '' };
  for (const candidate of candidates) {
    const likeness = likenessOf(word, candidate);
    if (likeness * candidate.weight > best.likeness * best.weight) {
      best = { likeness, weight: candidate.weight, text: candidate.text };
    }
  }
  return best;
}

/** The weighted mean of the words' vectors, of length 1; null: no word has one. */
export function meanVector(words: Word[]): Float32Array | null {
  let sum: Float32Array | null = null;
  for (const { vector, weight } of words) {
    if (vector === null || weight === 0) continue;
    sum ??= new Float32Array(vector.length);
    for (let i = 0; i < vector.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  }
  return sum === null ? null : scaleToLengthOne(sum);
}

const SHARED_CONCEPT = 0.8;
const MISTYPED = 0.8;
const SHARED_PART = 0.6;
const PART_MIN_LETTERS = 5;
/** Cosine from which two words have anything to do with each other. */
const UNRELATED_BELOW = 0.35;

function isSameWord(a: Word, b: Word): boolean {
  return a.stem === b.stem || (a.germanStem === b.germanStem && a.germanStem.length > 3);
}

function sharesConcept(a: Word, b: Word): boolean {
  return a.concepts.some((concept) => b.concepts.includes(concept));
}

/** German compounds and words that no stemmer joins: "Rückgabe" in "Rückgaberecht". */
function sharesPart(a: Word, b: Word): boolean {
  if (a.vector !== null && b.vector !== null) return false;
  const [short, long] = a.germanStem.length < b.germanStem.length ? [a, b] : [b, a];
  return short.germanStem.length >= PART_MIN_LETTERS && long.germanStem.includes(short.germanStem);
}

/** An unknown word that is one slip away from a known one: "alam", "resevation". */
function isMistyped(unknown: Word, known: Word): boolean {
  return unknown.vector === null && known.weight > 0 && isOneSlipApart(unknown.text, known.text);
}

function nearness(a: Word, b: Word): number {
  if (a.vector === null || b.vector === null) return 0;
  const cosine = dotProduct(a.vector, b.vector);
  return cosine <= UNRELATED_BELOW ? 0 : (0.85 * (cosine - UNRELATED_BELOW)) / (1 - UNRELATED_BELOW);
}
