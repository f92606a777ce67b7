import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuiltinEngine } from '../src/server/builtin-engine/builtin-engine.ts';
import { loadCases } from './load-cases.ts';
import { reportOutcomes } from './report.ts';
import { runCases } from './run-cases.ts';

test('the built-in engine decides our own cases well enough, in three languages', async () => {
  const data = loadCases(join(import.meta.dirname, 'cases'));
  const { total, bots } = reportOutcomes(await runCases(createBuiltinEngine({ pace: 0 }), data, 0));
  expect(total.cases).toBe(data.cases.length);
  expect(total.macroF1).toBeGreaterThanOrEqual(0.85);
  expect(total.falseTriggers).toBeLessThanOrEqual(0.1);
  expect(total.millisecondsP95).toBeLessThanOrEqual(20);
  expect(bots.laden?.macroF1, 'German').toBeGreaterThanOrEqual(0.75);
  expect(bots.matjar?.macroF1, 'Arabic').toBeGreaterThanOrEqual(0.85);
});
