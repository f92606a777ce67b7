import type { PoolClient } from 'pg';

/**
 * What refers to something is saved under the shared lock of its workspace, what is referred to is removed under the exclusive
 * one: neither can overlook the other. Take it first in a transaction, before the locks of rows.
 */
export async function lockReferences(
  client: PoolClient,
  workspaceId: string,
  mode: 'shared' | 'exclusive',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await client.query(`select ${lock}(hashtext('bellhop.references'), hashtext($1))`, [workspaceId]);
}
