import { bestMatch, compareWords, meanVector } from './compare-words.ts';
import { dotProduct, type WordVectors } from './word-vectors.ts';
import { readWords, type Word } from './words.ts';

/** A text with what comparing it needs. */
export interface Reading {
  /** Only words that tell about the topic. */
  words: Word[];
  topic: Float32Array | null;
}

export function readText(text: string, vectors: Pick<WordVectors, 'rank' | 'vector'>): Reading {
  const words = readWords(text, vectors).filter((word) => word.weight > 0);
  return { words, topic: meanVector(words) };
}

/** How alike two texts are, from 0 to 1: the words they share, each way, and their topics. */
function compareReadings(a: Reading, b: Reading): number {
  const shared = (coverage(a.words, b.words) + coverage(b.words, a.words)) / 2;
  // German and Arabic words have no vectors: their texts are told by their words alone.
  if (a.topic === null || b.topic === null) return shared;
  return 0.6 * shared + 0.4 * compareTopics(a, b);
}

/** The likeness of the nearest of some texts; 0 when there are none. */
export function nearestReading(text: Reading, others: Reading[]): number {
  return others.reduce((most, other) => Math.max(most, compareReadings(text, other)), 0);
}

/** How much of what some words say is said by the others too, from 0 to 1. */
export function coverage(words: Word[], others: Word[], likeness = compareWords): number {
  const total = words.reduce((sum, word) => sum + word.weight, 0);
  if (total === 0) return 0;
  return (
    words.reduce((sum, word) => sum + word.weight * bestMatch(word, others, likeness).likeness, 0) / total
  );
}

export function compareTopics(a: Reading, b: Reading): number {
  return a.topic === null || b.topic === null ? 0 : Math.max(0, dotProduct(a.topic, b.topic));
}
