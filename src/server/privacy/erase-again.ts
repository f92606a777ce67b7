import type { Client } from 'pg';
import type { Database } from '../platform/database/open-database.ts';
import { forgetRuns } from '../platform/engine/forget-runs.ts';
import type { Log } from '../platform/log.ts';
import { StartError } from '../platform/start-error.ts';
import { readErasures } from './erasure-file.ts';
import { type Erasure, reapplyErasures } from './reapply-erasures.ts';

/**
 * Erases whom the list beside the backups names and the database does not know of: somebody has put back an older state by other
 * means than ours. Before anybody is answered. @throws StartError when the list cannot be read
 */
export async function eraseAgain(
  database: Pick<Database, 'connect'>,
  findFolder: () => string,
  log: Log,
): Promise<void> {
  const folder = tryToFind(findFolder, log);
  if (folder === null) return;
  const { erasures } = await readErasures(folder);
  if (erasures.length === 0) return;
  const session = await database.connect();
  try {
    await session.query('begin');
    await forgetTheirRuns(session, erasures);
    const rows = await reapplyErasures(session, erasures);
    await session.query('commit');
    if (rows > 0) log.warn({ rows }, 'erased again what the database had from before it was erased');
  } finally {
    await session.end();
  }
}

/** They keep what deliveries have brought back, and the rows that lead to them go with the visitors. */
async function forgetTheirRuns(session: Client, erasures: Erasure[]): Promise<void> {
  const visitors = erasures.filter(({ kind }) => kind === 'visitor');
  const { rows } = await session.query<{ id: string }>(
    `select deliveries.id from unnest($1::text[], $2::text[]) as named (workspace_id, visitor_id)
       join conversations own using (workspace_id, visitor_id)
       join webhook_deliveries deliveries on deliveries.conversation_id = own.id`,
    [visitors.map(({ workspaceId }) => workspaceId), visitors.map(({ id }) => id)],
  );
  await forgetRuns(
    session,
    rows.map(({ id }) => id),
  );
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
