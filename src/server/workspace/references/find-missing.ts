import type { PoolClient } from 'pg';
import { findKind, kinds } from '../../../actions/index.ts';
import type { ReturnedAction } from '../../../contract/action.ts';
import { ACTION_USES } from './uses.ts';

/** Kind of action → kind of connection. */
const CONNECTS = Object.fromEntries(Object.keys(kinds).map((name) => [name, findKind(name)?.connects]));

/** What an action refers to and is not there; a connection of another kind is not there for it. Under the lock of references. */
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
      and not exists (select from connections where target_type = 'connection' and workspace_id = $1 and id = target
        and kind = coalesce((select $3::jsonb ->> actions.kind from actions where id = $2), kind))
    order by 1, 2`,
    [workspaceId, actionId, JSON.stringify(CONNECTS)],
  );
  return rows;
}
