/** `npm run build`: builds `dist/`, whether it is up to date or not. */
import { hashSources } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { withLock } from './with-lock.mjs';

await ensureInstalled();
await withLock(async () => {
  const { build } = await import('./build-dist.mjs');
  await build(hashSources());
});
