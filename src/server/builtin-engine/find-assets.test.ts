import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAssets } from './find-assets.ts';

test('finds the assets above a bundle as above the sources', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'bellhop-assets-'));
  for (const folder of ['assets', 'dist', 'src/server/builtin-engine']) {
    mkdirSync(join(checkout, folder), { recursive: true });
  }
  writeFileSync(join(checkout, 'assets/word-vectors.bin'), '');
  expect(findAssets(join(checkout, 'dist'))).toBe(join(checkout, 'assets'));
  expect(findAssets(join(checkout, 'src/server/builtin-engine'))).toBe(join(checkout, 'assets'));
});

test('says so when there are none', () => {
  expect(() => findAssets(tmpdir())).toThrow('word-vectors.bin');
});
