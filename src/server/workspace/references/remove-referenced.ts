import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { findReferences } from './find-references.ts';
import { lockReferences } from './lock-references.ts';
import { replaceReferences } from './replace-references.ts';
import { keyOf, type Target } from './target.ts';

interface Removal {
  pool: Pool;
  workspaceId: string;
  target: Exclude<Target, { type: 'action' }>;
  /** What its users get in its place: a name, or an id. */
  replaceWith: string | undefined;
  /** @throws AppError when there is nothing to remove, or the replacement does not fit */
  check(client: PoolClient): Promise<void>;
  remove(client: PoolClient): Promise<unknown>;
}

/** Removes what nothing uses, or points its users to another one and then removes it: all in one transaction. @throws AppError `in_use` */
export async function removeReferenced(removal: Removal): Promise<void> {
  const { pool, workspaceId, target, replaceWith, check, remove } = removal;
  await inTransaction(pool, async (client) => {
    await lockReferences(client, workspaceId, 'exclusive');
    await check(client);
    if (replaceWith !== undefined)
      await replaceReferences(client, workspaceId, target.type, { from: keyOf(target), to: replaceWith });
    await refuseInUse(client, workspaceId, target);
    await remove(client);
  });
}

/** @throws AppError `in_use` with what uses it, the first hundred of it */
export async function refuseInUse(client: PoolClient, workspaceId: string, target: Target): Promise<void> {
  const { items } = await findReferences(client, workspaceId, target);
  const blocking = items.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return;
  const what = target.type === 'secret' ? `secret “${target.name}”` : target.type;
  throw new AppError('in_use', {
    publicMessage: `The ${what} is in use. Take it out of what uses it first, or name another one with ?replaceWith=.`,
    details: blocking.map(({ type, id, name }) => ({ path: `${type}s.${id}`, message: `${name} uses it` })),
  });
}
