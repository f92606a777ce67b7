import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findMissing } from '../references/find-missing.ts';
import { lockReferences } from '../references/lock-references.ts';
import { type ActionRow, toAction } from './to-action.ts';

/**
 * Saves an action in one transaction, with what it refers to held in place: enabled, it refers to nothing that is not there.
 * @throws AppError `not_found` where nothing was written, or `invalid` that names what is missing
 */
export async function saveAction(
  pool: Pool,
  workspaceId: string,
  write: (db: NodePgDatabase, client: PoolClient) => Promise<ActionRow | undefined>,
) {
  return inTransaction(pool, async (client) => {
    await lockReferences(client, workspaceId, 'shared');
    const row = await write(drizzle({ client }), client);
    if (!row) throw notFound('action');
    const missing =
      row.enabled && row.archivedAt === null ? await findMissing(client, workspaceId, row.id) : [];
    if (missing.length > 0)
      throw new AppError('invalid', {
        publicMessage: `There is no ${missing[0]?.type} “${missing[0]?.id}”. Store it first, or save the action with enabled: false.`,
        details: missing.map(({ type, id }) => ({
          path: 'settings',
          code: `missing_${type}`,
          message: `refers to the ${type} ${id}, which is not there${type === 'connection' ? ', or of another kind' : ''}`,
        })),
      });
    return toAction(row);
  });
}
