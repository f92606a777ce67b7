import type { Pool, PoolClient } from 'pg';
import type { Action } from '../../contract/action.ts';
import { type ActionUser, limitKey } from '../workspace/actions/limit-key.ts';

interface Use extends ActionUser {
  workspaceId: string;
  /** Null: a use that is no call, as a card that is shown. */
  callId: string | null;
}

/** Takes the one use that a limit allows, in the transaction of the use. @returns false when it is taken */
export async function takeLimit(
  client: PoolClient,
  action: Pick<Action, 'id' | 'limit'>,
  use: Use,
): Promise<boolean> {
  const key = limitKey(action, use);
  if (key === null) return true;
  const { rowCount } = await client.query({
    name: 'take-limit',
    text: `insert into call_limits (key, workspace_id, call_id, until, action_id, conversation_id)
      values ($1, $2, $3, coalesce(now() + make_interval(hours => $4::int), 'infinity'), $5, $6)
      on conflict (key) do update set
        call_id = excluded.call_id, until = excluded.until, conversation_id = excluded.conversation_id
        where call_limits.until <= now()`,
    values: [
      key,
      use.workspaceId,
      use.callId,
      action.limit?.per === 'hours' ? action.limit.hours : null,
      action.id,
      use.conversationId,
    ],
  });
  return rowCount === 1;
}

/** Uses that count no more. */
export async function purgeLimits(pool: Pool): Promise<void> {
  await pool.query('delete from call_limits where until <= now()');
}
