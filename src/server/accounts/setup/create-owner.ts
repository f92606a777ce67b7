import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { insertFirstAgent } from '../../workspace/agents/insert-first-agent.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import { isSetupNeeded } from './is-setup-needed.ts';

interface NewOwner {
  code: string;
  name: string;
  email: string;
  password: string;
  workspaceName: string;
}

/**
 * The first account, with the first workspace, and an agent of its own there: the sample agent is the sample shop's. Of two at
 * once one comes first.
 * @throws AppError `invalid` for a wrong code, `conflict` when it was done before
 */
export async function createOwner(
  { pool, accounts, setupCode, audit }: AccountsDeps,
  { code, name, email, password, workspaceName }: NewOwner,
  ip: string,
): Promise<void> {
  let userId = '';
  await inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('bellhop.setup'))`);
    if (!(await isSetupNeeded(client)))
      throw new AppError('conflict', { publicMessage: 'Bellhop is set up already. Sign in.' });
    if (!setupCode.matches(code))
      throw new AppError('invalid', {
        publicMessage: 'The code is not right. It stands in the terminal where Bellhop was started last.',
        details: [{ path: 'code', message: 'is not the one that the last start printed' }],
      });
    userId = await accounts.create({ email, name, password });
    const { rows } = await client.query<{ id: string }>(
      'update workspaces set name = $1 where is_operators returning id',
      [workspaceName],
    );
    const workspaceId = rows[0]?.id ?? '';
    await client.query(`insert into members (workspace_id, user_id, role) values ($1, $2, 'owner')`, [
      workspaceId,
      userId,
    ]);
    await insertFirstAgent(client, workspaceId, workspaceName, name);
    await audit.addIn(client, {
      ...{ workspaceId, ip, action: 'set-up', summary: 'Set Bellhop up', target: userId },
      ...{ actor: { type: 'person', id: userId, name }, change: { email, workspaceName } },
    });
  }).catch(async (error) => {
    // An account without a workspace would be in the way of the next try.
    await pool.query('delete from users where id = $1', [userId]);
    throw error;
  });
}
