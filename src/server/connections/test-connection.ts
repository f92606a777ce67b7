import { ConnectionProblem } from '../../connections/define.ts';
import type { SendingDeps } from './connection-deps.ts';
import { findKind } from './find-kind.ts';
import { setUpHooks } from './hooks/set-up-hooks.ts';
import type { Renewals } from './oauth/renewals.ts';
import { openConnection } from './sending/open-connection.ts';
import { readRow } from './sending/read-row.ts';

/** Asks the third party who we are to it, and writes down what it says. @throws AppError `not_found` */
export async function testConnection(
  deps: SendingDeps,
  renewals: Renewals,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const { kind } = await readRow(deps.pool, workspaceId, id);
  const { definition } = findKind(kind, deps.addresses);
  const port = await openConnection(deps, renewals, { workspaceId, id }, { evenIfLost: true });
  try {
    const { account } = await definition.test(port);
    await deps.pool.query(
      `update connections set account = coalesce(account, '{}') || $3::jsonb, tested_at = now(), updated_at = now(),
          state = 'connected', problem = null
        where workspace_id = $1 and id = $2`,
      [workspaceId, id, account],
    );
    if (definition.hooks) await setUpHooks(deps, definition, port, { workspaceId, id });
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    await port.noteProblem(error);
    await deps.pool.query('update connections set tested_at = now() where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
    ]);
  }
}
