import type { Database } from '../platform/database/open-database.ts';
import type { Log } from '../platform/log.ts';
import { StartError } from '../platform/start-error.ts';
import { readErasures } from './erasure-file.ts';
import { reapplyErasures } from './reapply-erasures.ts';

/**
 * Erases whom the list beside the backups names and the database does not know of: somebody has put back an older state by other
 * means than ours. Before anybody is answered. @throws StartError when the list cannot be read
 */
export async function eraseAgain(database: Database, findFolder: () => string, log: Log): Promise<void> {
  const folder = tryToFind(findFolder, log);
  if (folder === null) return;
  const { erasures } = await readErasures(folder);
  if (erasures.length === 0) return;
  const session = await database.connect();
  try {
    const rows = await reapplyErasures(session, erasures);
    if (rows > 0) log.warn({ rows }, 'erased again what the database had from before it was erased');
  } finally {
    await session.end();
  }
}

/** A server with a database and a key from elsewhere does without a folder. */
function tryToFind(findFolder: () => string, log: Log): string | null {
  try {
    return findFolder();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    log.warn({ err: error }, 'there is no folder for data, so nobody can tell who was erased before');
    return null;
  }
}
