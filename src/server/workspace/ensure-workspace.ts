import { asc, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { newId } from '../platform/ids.ts';
import { workspaces } from './tables.ts';

/** Finds the first workspace; makes one where there is none. Several processes may start at once. */
export async function ensureWorkspace(db: NodePgDatabase): Promise<string> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('bellhop.ensure-workspace'))`);
    const [first] = await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .orderBy(asc(workspaces.createdAt))
      .limit(1);
    if (first) return first.id;
    const id = newId();
    await tx.insert(workspaces).values({ id, name: 'My workspace' });
    return id;
  });
}
