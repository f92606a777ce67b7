import type { Pool, PoolClient } from 'pg';
import type { Action, ActionLimit } from '../../contract/action.ts';

interface User {
  workspaceId: string;
  conversationId: string;
  visitorId: string;
}

/** The key under which a use counts; null: it is not limited. */
function limitKey(action: Pick<Action, 'id' | 'limit'>, user: User): string | null {
  switch (action.limit?.per) {
    case 'conversation':
      return `${action.id}:conversation:${user.conversationId}`;
    case 'visitor':
    case 'hours':
      return `${action.id}:visitor:${user.visitorId}`;
    default:
      return null;
  }
}

/** Takes the one use that a limit allows, in the transaction of the call. @returns false when it is taken */
export async function takeLimit(
  client: PoolClient,
  action: Pick<Action, 'id' | 'limit'>,
  user: User,
  callId: string,
): Promise<boolean> {
  const key = limitKey(action, user);
  if (key === null) return true;
  const { rowCount } = await client.query({
    name: 'take-limit',
    text: `insert into call_limits (key, workspace_id, call_id, until)
      values ($1, $2, $3, coalesce(now() + make_interval(hours => $4::int), 'infinity'))
      on conflict (key) do update set call_id = excluded.call_id, until = excluded.until
        where call_limits.until <= now()`,
    values: [key, user.workspaceId, callId, hoursOf(action.limit)],
  });
  return rowCount === 1;
}

/** The actions whose limit is used up for this visitor in this conversation. */
export async function listUsedUp(
  pool: Pool,
  actions: Pick<Action, 'id' | 'limit'>[],
  user: User,
): Promise<Set<string>> {
  const byKey = new Map(
    actions.flatMap((action) => {
      const key = limitKey(action, user);
      return key === null ? [] : [[key, action.id] as const];
    }),
  );
  if (byKey.size === 0) return new Set();
  const { rows } = await pool.query<{ key: string }>({
    name: 'used-up-limits',
    text: 'select key from call_limits where workspace_id = $1 and key = any($2) and until > now()',
    values: [user.workspaceId, [...byKey.keys()]],
  });
  return new Set(rows.map(({ key }) => byKey.get(key) ?? ''));
}

/** Uses that count no more. */
export async function purgeLimits(pool: Pool): Promise<void> {
  await pool.query('delete from call_limits where until <= now()');
}

function hoursOf(limit: ActionLimit): number | null {
  return limit?.per === 'hours' ? limit.hours : null;
}
