import { asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { newId } from '../platform/ids.ts';
import { workspaces } from './tables.ts';

/** Finds the workspace of whoever runs this installation; makes it where there is none. Several processes may start at once. */
export async function ensureWorkspace(db: NodePgDatabase): Promise<{ id: string; isNew: boolean }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('bellhop.ensure-workspace'))`);
    const [known] = await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.isOperators, true));
    if (known) return { ...known, isNew: false };
    // A process of the version before has made it, which knew of no such mark.
    const [first] = await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
      .limit(1);
    const id = first?.id ?? newId();
    await tx
      .insert(workspaces)
      .values({ id, name: 'My workspace', isOperators: true })
      .onConflictDoUpdate({ target: workspaces.id, set: { isOperators: true } });
    return { id, isNew: first === undefined };
  });
}
