import type { Pool } from 'pg';
import { MailNotSent } from '../../../connections/mail.ts';
import type { Role } from '../../../contract/accounts/permissions.ts';
import type { Invitation, MadeInvitation, OpenInvitation } from '../../../contract/accounts/person.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import { requireRank } from './require-rank.ts';

const DAYS = 7;
const OWN_PROBLEM =
  'Something went wrong in Bellhop before it was sent. The log of this installation says what.';

type InviteDeps = Pick<AccountsDeps, 'pool' | 'sendWorkspaceMail' | 'publicUrl' | 'log'>;

interface Row {
  id: string;
  email: string;
  role: Role;
  invited_by: string;
  expires_at: Date;
  created_at: Date;
}

const COLUMNS = 'id, email, role, invited_by, expires_at, created_at';

export async function listInvitations(pool: Pool, workspaceId: string, { limit, cursor }: PageQuery) {
  const before = readCursor(cursor, idCursor)?.[0] ?? null;
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from invitations where workspace_id = $1 and ($2::text is null or id < $2)
     order by id desc limit $3`,
    [workspaceId, before, limit + 1],
  );
  return toPage(rows, limit, ({ id }) => [id], toInvitation);
}

/**
 * Sends a link, which takes the place of an older one to the same address; when it cannot be sent, who invites gets it.
 * @throws AppError `conflict` for a member
 */
export async function invite(
  { pool, sendWorkspaceMail, publicUrl, log }: InviteDeps,
  actor: WorkspaceActor,
  { email, role }: { email: string; role: Role },
): Promise<MadeInvitation> {
  requireRank(actor, role);
  const token = newToken();
  const row = await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `select from members join users on users.id = members.user_id where workspace_id = $1 and email = $2`,
      [actor.workspaceId, email],
    );
    if (rowCount) throw new AppError('conflict', { publicMessage: `${email} is in this workspace already.` });
    const { rows } = await client.query<Row>(
      `insert into invitations (id, workspace_id, email, role, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + interval '${DAYS} days')
       on conflict (workspace_id, email) do update set id = excluded.id, role = excluded.role,
         token_hash = excluded.token_hash, invited_by = excluded.invited_by, expires_at = excluded.expires_at, created_at = now()
       returning ${COLUMNS}`,
      [newId(), actor.workspaceId, email, role, hashToken(token), actor.name],
    );
    return rows[0] as Row;
  });
  const link = `${publicUrl()}/invitation/${token}`;
  const mail = {
    ...{ id: row.id, to: email },
    subject: `${actor.name} invites you to Bellhop`,
    text: `${actor.name} invites you to their workspace.\n\nAccept within ${DAYS} days: ${link}\n\nIf you do not know what this is, do nothing.`,
  };
  try {
    await sendWorkspaceMail(actor.workspaceId, mail);
    return { ...toInvitation(row), unsent: null };
  } catch (error) {
    log.error({ err: error }, 'the mail of an invitation was not sent');
    const problem = error instanceof MailNotSent ? error.message : OWN_PROBLEM;
    return { ...toInvitation(row), unsent: { problem, link } };
  }
}

export async function withdrawInvitation(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query('delete from invitations where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound('invitation');
}

/** @throws AppError `not_found` for a link that was used, withdrawn or is too old */
export async function openInvitation(pool: Pool, token: string): Promise<OpenInvitation> {
  const row = await findInvitation(pool, token);
  return {
    email: row.email,
    role: row.role,
    workspaceName: row.workspace_name,
    hasAccount: row.has_account,
  };
}

interface OpenRow {
  email: string;
  role: Role;
  workspace_id: string;
  workspace_name: string;
  has_account: boolean;
}

async function findInvitation(pool: Pool, token: string): Promise<OpenRow> {
  const { rows } = await pool.query<OpenRow>(
    `select invitations.email, invitations.role, workspace_id, workspaces.name as workspace_name,
       exists (select from users where users.email = invitations.email) as has_account
     from invitations join workspaces on workspaces.id = invitations.workspace_id
     where token_hash = $1 and expires_at > now()`,
    [hashToken(token)],
  );
  const row = rows[0];
  if (!row) throw notFound('invitation, or it is used up or too old: ask for a new one');
  return row;
}

interface Acceptance {
  token: string;
  name?: string | undefined;
  password: string;
}

/**
 * Makes the account where there is none, or checks the password of the one that there is; the link is used up.
 * @returns the cookies of their session
 */
export async function acceptInvitation(
  { pool, accounts, audit }: Pick<AccountsDeps, 'pool' | 'accounts' | 'audit'>,
  { token, name, password }: Acceptance,
  ip: string,
): Promise<string[]> {
  const { email, has_account: hasAccount, workspace_id: workspaceId } = await findInvitation(pool, token);
  if (!hasAccount) {
    if (!name)
      throw new AppError('invalid', {
        publicMessage: 'Your name is missing.',
        details: [{ path: 'name', message: 'is missing' }],
      });
    await accounts.create({ email, name, password });
  }
  const { userId, cookies } = await accounts.signIn(email, password);
  await audit.prepare(workspaceId);
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ workspace_id: string; role: Role }>(
      'delete from invitations where token_hash = $1 and expires_at > now() returning workspace_id, role',
      [hashToken(token)],
    );
    const row = rows[0];
    if (!row) throw notFound('invitation, or it is used up or too old: ask for a new one');
    await client.query(
      'insert into members (workspace_id, user_id, role) values ($1, $2, $3) on conflict do nothing',
      [row.workspace_id, userId, row.role],
    );
    await client.query(
      `update user_sessions set workspace_id = $2 where user_id = $1 and created_at > now() - interval '1 minute'`,
      [userId, row.workspace_id],
    );
    await audit.addIn(client, {
      ...{ workspaceId: row.workspace_id, ip, action: 'joined', summary: 'Accepted an invitation' },
      ...{ actor: { type: 'person', id: userId, name: email }, target: userId, change: { role: row.role } },
    });
  });
  return cookies;
}

function toInvitation({ invited_by, expires_at, created_at, ...row }: Row): Invitation {
  return {
    ...row,
    invitedBy: invited_by,
    expiresAt: expires_at.toISOString(),
    createdAt: created_at.toISOString(),
  };
}
