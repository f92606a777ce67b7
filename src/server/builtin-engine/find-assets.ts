import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's `assets` folder, seen from the sources and from the bundle alike. Throws when there is none above. */
export function findAssets(from: string = import.meta.dirname): string {
  const assets = join(from, 'assets');
  if (existsSync(join(assets, 'word-vectors.bin'))) return assets;
  if (dirname(from) === from) throw new Error('No folder "assets" with word-vectors.bin above the program');
  return findAssets(dirname(from));
}
