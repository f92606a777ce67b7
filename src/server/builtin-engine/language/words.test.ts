import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAssets } from '../find-assets.ts';
import { bestMatch } from './compare-words.ts';
import { WordVectors } from './word-vectors.ts';
import { readWords } from './words.ts';

const vectors = WordVectors.read(join(findAssets(), 'word-vectors.bin'));

function likeness(a: string, b: string): number {
  const [word] = readWords(a, vectors);
  if (word === undefined) throw new Error(`No word in ${a}`);
  return bestMatch(word, readWords(b, vectors)).likeness;
}

test.each([
  ['reservations', 'reserve'],
  ['Bestellungen', 'Bestellung'],
  ['الموظف', 'موظف'],
])('%j and %j are one word', (a, b) => {
  expect(likeness(a, b)).toBe(1);
});

test.each([
  ['resevation', 'reservation'],
  ['Lieferzeit', 'Lieferung'],
  ['Rückgaberecht', 'Rückgabe'],
  ['Mitarbeiter', 'human'],
  ['إنسان', 'human'],
  ['refund', 'reimbursement'],
])('%j and %j are alike', (a, b) => {
  expect(likeness(a, b)).toBeGreaterThanOrEqual(0.5);
});

test.each([
  ['weather', 'refund'],
  ['and', 'ändern'],
])('%j and %j are not', (a, b) => {
  expect(likeness(a, b)).toBeLessThan(0.2);
});
