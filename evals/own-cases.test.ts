import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuiltinEngine } from '../src/server/builtin-engine/builtin-engine.ts';
import { findAssets } from '../src/server/builtin-engine/find-assets.ts';
import { Router } from '../src/server/builtin-engine/routing/router.ts';
import { loadCases, loadExtractionCases } from './load-cases.ts';
import { reportOutcomes } from './report.ts';
import { reportExtraction } from './report-extraction.ts';
import { runCases } from './run-cases.ts';
import { runExtraction } from './run-extraction.ts';

const CASES = join(import.meta.dirname, 'cases');

test('the built-in engine decides our own cases well enough, in three languages', async () => {
  const data = loadCases(CASES);
  const { total, bots } = reportOutcomes(await runCases(createBuiltinEngine({ pace: 0 }), data, 0));
  expect(total.cases).toBe(data.cases.length);
  expect(total.macroF1).toBeGreaterThanOrEqual(0.85);
  expect(total.falseTriggers).toBeLessThanOrEqual(0.1);
  expect(bots.laden?.macroF1, 'German').toBeGreaterThanOrEqual(0.75);
  expect(bots.matjar?.macroF1, 'Arabic').toBeGreaterThanOrEqual(0.85);
});

test('it finds the inputs of our own cases, and makes none up', () => {
  const lexicon = new Router(join(findAssets(), 'word-vectors.bin'));
  const { right, invented, byType } = reportExtraction(runExtraction(loadExtractionCases(CASES), lexicon));
  expect(right).toBeGreaterThanOrEqual(0.95);
  expect(invented).toBeLessThanOrEqual(0.03);
  for (const type of ['email', 'phone', 'order_id']) {
    expect(byType[type]?.right, type).toBeGreaterThanOrEqual(0.95);
  }
});
