import type { Pool } from 'pg';
import type { Me } from '../../../contract/accounts/person.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { PersonActor } from '../../workspace/actors.ts';
import { insertFirstAgent } from '../../workspace/agents/insert-first-agent.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import type { Membership } from './find-membership.ts';

/** Nobody is a member of more than a few. */
const MAX_WORKSPACES = 100;

export async function readMe(pool: Pool, person: PersonActor, here: Membership): Promise<Me> {
  const { rows } = await pool.query<Me['workspaces'][number]>({
    name: 'workspaces-of-person',
    text: `select workspace.id, workspace.name, members.role from members
      join workspaces workspace on workspace.id = members.workspace_id
      where members.user_id = $1 order by members.created_at, workspace.id limit ${MAX_WORKSPACES}`,
    values: [person.userId],
  });
  const { userId: id, name, email } = person;
  return {
    user: { id, name, email },
    workspace: { id: here.workspaceId, name: rows.find((row) => row.id === here.workspaceId)?.name ?? '' },
    role: here.role,
    permissions: [...here.permissions],
    workspaces: rows,
  };
}

/** @throws AppError `not_found`, also for a workspace of others */
export async function enterWorkspace(pool: Pool, person: PersonActor, workspaceId: string): Promise<void> {
  const { rowCount } = await pool.query(
    `update user_sessions set workspace_id = $3
     where id = $1 and exists (select from members where user_id = $2 and workspace_id = $3)`,
    [person.sessionId, person.userId, workspaceId],
  );
  if (!rowCount) throw notFound('workspace of yours');
}

/** With an agent of its name, for its owner to teach. */
export async function createWorkspace(
  { pool, audit }: Pick<AccountsDeps, 'pool' | 'audit'>,
  person: PersonActor,
  name: string,
  ip: string,
): Promise<{ id: string; name: string }> {
  const id = newId();
  // First, for its log is sealed with a key of its own. Nobody can see it before it has a member.
  await pool.query('insert into workspaces (id, name) values ($1, $2)', [id, name]);
  await audit.begin(id);
  await inTransaction(pool, async (client) => {
    await client.query(`insert into members (workspace_id, user_id, role) values ($1, $2, 'owner')`, [
      id,
      person.userId,
    ]);
    await insertFirstAgent(client, id, name, person.name);
    await client.query('update user_sessions set workspace_id = $2 where id = $1', [person.sessionId, id]);
    await audit.addIn(client, {
      ...{ workspaceId: id, ip, action: 'workspace-made', summary: 'Made the workspace', target: id },
      ...{ actor: { type: 'person', id: person.userId, name: person.name }, change: { name } },
    });
  });
  return { id, name };
}
