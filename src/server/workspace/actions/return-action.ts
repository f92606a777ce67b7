import { and, eq, isNull, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import type { ReturnedAction } from '../../../contract/action.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findMissing } from '../references/find-missing.ts';
import { lockReferences } from '../references/lock-references.ts';
import { actions, agents } from '../tables.ts';
import { ARCHIVE_DAYS } from './archive.ts';
import { checkSettings } from './check-settings.ts';
import { nameCopy } from './name-copy.ts';
import { type ActionRow, toAction } from './to-action.ts';

/** Brings an action back from the archive. One that lacks something comes back disabled. @throws AppError `not_found` or `conflict` */
export function restoreAction(pool: Pool, workspaceId: string, id: string): Promise<ReturnedAction> {
  return returning(pool, workspaceId, async (db) => {
    const row = await readAction(db, workspaceId, id);
    if (row.archivedAt === null) return row;
    if (row.archivedAt.getTime() < Date.now() - ARCHIVE_DAYS * 86_400_000)
      throw conflict(
        `This action was archived more than ${ARCHIVE_DAYS} days ago, and cannot be restored. Make it anew.`,
      );
    if (!(await hasAgent(db, workspaceId, row.agentId)))
      throw conflict('The agent of this action was deleted. Make the action anew for another agent.');
    const [restored] = await db
      .update(actions)
      .set({ archivedAt: null, version: sql`${actions.version} + 1`, updatedAt: sql`now()` })
      .where(eq(actions.id, id))
      .returning();
    return restored as ActionRow;
  });
}

/** Gives an agent a copy of an action, under a name that it has not yet. @throws AppError `not_found`, `conflict` or `invalid` */
export function copyAction(
  pool: Pool,
  workspaceId: string,
  id: string,
  agentId: string,
): Promise<ReturnedAction> {
  return returning(pool, workspaceId, async (db) => {
    const { createdAt: _, updatedAt: __, ...source } = await readAction(db, workspaceId, id);
    if (source.archivedAt) throw conflict('This action is archived. Restore it first.');
    if (!(await hasAgent(db, workspaceId, agentId))) throw notFound('agent');
    const taken = await db
      .select({ name: actions.name })
      .from(actions)
      .where(and(eq(actions.agentId, agentId), isNull(actions.archivedAt)));
    const name = nameCopy(source.name, new Set(taken.map((action) => action.name)));
    const settings = checkSettings(source.kind, source.settings);
    const [copy] = await db
      .insert(actions)
      .values({ ...source, id: newId(), agentId, name, settings, version: 1 })
      .returning();
    return copy as ActionRow;
  });
}

async function returning(
  pool: Pool,
  workspaceId: string,
  write: (db: NodePgDatabase) => Promise<ActionRow>,
): Promise<ReturnedAction> {
  return inTransaction(pool, async (client) => {
    await lockReferences(client, workspaceId, 'shared');
    const row = await write(drizzle({ client }));
    const missing = await findMissing(client, workspaceId, row.id);
    if (missing.length > 0 && row.enabled) await disable(client, row.id);
    return { ...toAction(row), enabled: row.enabled && missing.length === 0, missing };
  });
}

async function disable(client: PoolClient, id: string): Promise<void> {
  await client.query('update actions set enabled = false where id = $1', [id]);
}

async function readAction(db: NodePgDatabase, workspaceId: string, id: string): Promise<ActionRow> {
  const [row] = await db
    .select()
    .from(actions)
    .where(and(eq(actions.workspaceId, workspaceId), eq(actions.id, id)))
    .for('update');
  if (!row) throw notFound('action');
  return row;
}

async function hasAgent(db: NodePgDatabase, workspaceId: string, id: string): Promise<boolean> {
  const found = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.workspaceId, workspaceId), eq(agents.id, id), isNull(agents.deletedAt)));
  return found.length > 0;
}

function conflict(publicMessage: string): AppError {
  return new AppError('conflict', { publicMessage });
}
