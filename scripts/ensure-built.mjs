import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { withLock } from './with-lock.mjs';

/** What the build reads. */
const sources = ['src', 'demo', 'scripts', 'package-lock.json', 'tsconfig.json'];
const stampFile = inCheckout('dist', '.stamp');

/** Builds `dist/` unless it was built from exactly these sources. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withLock(async () => {
    if (isBuilt()) return;
    process.stdout.write('Building …\n');
    const stamp = hashSources();
    const { build } = await import('./build-dist.mjs');
    await build(stamp);
  });
}

/** By content: a copy or another branch changes times, and deleted files leave none. */
export function hashSources() {
  const hash = createHash('sha1');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources();
}

function addTo(hash, path) {
  hash.update(`${path}\0`);
  if (statSync(inCheckout(path)).isFile()) return hash.update(readFileSync(inCheckout(path)));
  const names = readdirSync(inCheckout(path)).filter((name) => !/\.(test\.tsx?|md)$/.test(name));
  for (const name of names.sort()) addTo(hash, join(path, name));
}
