import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAssets } from '../find-assets.ts';
import { dotProduct, WordVectors } from './word-vectors.ts';

const vectors = WordVectors.read(join(findAssets(), 'word-vectors.bin'));

function likeness(a: string, b: string): number {
  const [first, second] = [vectors.vector(a), vectors.vector(b)];
  if (first === null || second === null) throw new Error(`No vector for ${a} or ${b}`);
  return dotProduct(first, second);
}

test('words of like meaning are near', () => {
  expect(likeness('hotel', 'motel')).toBeGreaterThan(likeness('hotel', 'invoice') + 0.3);
});

test('vectors have length 1, so that a product is a cosine', () => {
  expect(likeness('refund', 'refund')).toBeCloseTo(1);
});

test('frequent words have a low rank', () => {
  expect(vectors.rank('the')).toBe(0);
  expect(vectors.rank('refund') ?? 0).toBeGreaterThan(1000);
});

test.each(['', 'qqqq', 'zzzzzzzz', 'größe', 'إنسان'])('%j is unknown', (word) => {
  expect(vectors.vector(word)).toBeNull();
  expect(vectors.rank(word)).toBeNull();
});

test('a missing file is an error that names it', () => {
  expect(() => WordVectors.read('/nowhere/word-vectors.bin')).toThrow('/nowhere/word-vectors.bin');
});
