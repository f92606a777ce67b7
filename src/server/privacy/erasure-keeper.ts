import type { Pool } from 'pg';
import { writeErasures } from './erasure-file.ts';

/**
 * Writes the list of erasures whenever it is asked to, one time after the other. Who asks while it is written waits for the next
 * time, together with all who ask meanwhile: a crowd that erases itself costs one more, and not one each.
 */
export function erasureKeeper(pool: Pool, findFolder: () => string): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last
      // Whoever had asked for it was told.
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return writeErasures(pool, findFolder());
      });
    last = next;
    return next;
  };
}
