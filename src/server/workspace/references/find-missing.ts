import type { PoolClient } from 'pg';
import type { ReturnedAction } from '../../../contract/action.ts';
import { ACTION_USES } from './uses.ts';

/** What an action refers to and is not there. Under the lock of references. */
export async function findMissing(
  client: PoolClient,
  workspaceId: string,
  actionId: string,
): Promise<ReturnedAction['missing']> {
  const { rows } = await client.query<ReturnedAction['missing'][number]>(
    `with ${ACTION_USES}
    select target_type as type, target as id from action_uses
    where action_id = $2
      and not exists (select from secrets where target_type = 'secret' and workspace_id = $1 and name = target)
      and not exists (select from connections where target_type = 'connection' and workspace_id = $1 and id = target)
    order by 1, 2`,
    [workspaceId, actionId],
  );
  return rows;
}
