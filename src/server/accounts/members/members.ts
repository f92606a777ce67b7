import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { Role } from '../../../contract/accounts/permissions.ts';
import type { Member } from '../../../contract/accounts/person.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';
import { requireRank } from './require-rank.ts';

interface Row extends Omit<Member, 'userId' | 'since'> {
  user_id: string;
  created_at: Date;
}

export async function listMembers(pool: Pool, workspaceId: string, { limit, cursor }: PageQuery) {
  const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.string()]));
  const { rows } = await pool.query<Row>(
    `select members.user_id, users.name, users.email, members.role, members.created_at
     from members join users on users.id = members.user_id
     where members.workspace_id = $1
       and ($2::timestamptz is null or (date_trunc('milliseconds', members.created_at), members.user_id) > ($2, $3))
     order by date_trunc('milliseconds', members.created_at), members.user_id limit $4`,
    [workspaceId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return toPage(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.user_id],
    ({ user_id, created_at, ...row }) => ({ ...row, userId: user_id, since: created_at.toISOString() }),
  );
}

/** @throws AppError `not_found`, `not_allowed` for somebody above whoever calls, `conflict` for the last owner */
export function changeRole(pool: Pool, actor: WorkspaceActor, userId: string, role: Role): Promise<void> {
  return inTransaction(pool, async (client) => {
    requireRank(actor, role);
    await holdMember(client, actor, userId, role !== 'owner');
    await client.query('update members set role = $3 where workspace_id = $1 and user_id = $2', [
      actor.workspaceId,
      userId,
      role,
    ]);
  });
}

/** @throws AppError as `changeRole` */
export function removeMember(pool: Pool, actor: WorkspaceActor, userId: string): Promise<void> {
  return inTransaction(pool, async (client) => {
    await holdMember(client, actor, userId, true);
    await client.query('delete from members where workspace_id = $1 and user_id = $2', [
      actor.workspaceId,
      userId,
    ]);
  });
}

/** All owners are locked with them: of two who leave at once, one sees that they are the last. */
async function holdMember(
  client: PoolClient,
  actor: WorkspaceActor,
  userId: string,
  losesRole: boolean,
): Promise<void> {
  const { rows } = await client.query<{ user_id: string; role: Role }>(
    `select user_id, role from members where workspace_id = $1 and (user_id = $2 or role = 'owner')
     order by user_id for update`,
    [actor.workspaceId, userId],
  );
  const member = rows.find((row) => row.user_id === userId);
  if (!member) throw notFound('member');
  requireRank(actor, member.role);
  const owners = rows.filter(({ role }) => role === 'owner').length;
  if (losesRole && member.role === 'owner' && owners === 1)
    throw new AppError('conflict', {
      publicMessage: 'This is the only owner. Make somebody else an owner first.',
    });
}
