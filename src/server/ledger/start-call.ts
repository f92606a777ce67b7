import type { PoolClient } from 'pg';
import { takeLimit } from './call-limits.ts';
import { CALL_COLUMNS, type CallRow } from './call-row.ts';
import { holdActions } from './hold-actions.ts';
import { insertCall } from './insert-call.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import type { NewCall } from './new-call.ts';

export type Started =
  | { begun: CallRow }
  /** The same call is there already, on its way or over. */
  | { existing: CallRow }
  /** `fenced`: the conversation has moved on. `limit`: the one use that the owner allows is taken. `changed`: the action was. */
  | { refused: 'fenced' | 'limit' | 'changed' };

/** Writes a call down as sent, before anything is. The conversation's lock decides between it and a mute. */
export async function startCall({ pool, owner }: LedgerDeps, call: NewCall): Promise<Started> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const started = await start(client, owner, call);
    await client.query('begun' in started ? 'commit' : 'rollback');
    return started;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function start(client: PoolClient, owner: string, call: NewCall): Promise<Started> {
  if (call.conversation && !(await holdsFence(client, call.conversation))) return { refused: 'fenced' };
  const { id, version } = call.action;
  if (call.conversation && !(await holdActions(client, [{ id, version }]))) return { refused: 'changed' };
  const { effect, repeatable, attempts, inputs } = call.plan;
  const fields = { ...call, place: call.conversation, effect, repeatable, attempts, inputs };
  const row = await insertCall(client, { ...fields, state: 'sent', owner });
  if (!row) return { existing: await findByKey(client, call.key) };
  const use = call.conversation && { ...call.conversation, workspaceId: call.workspaceId, callId: row.id };
  const isAllowed = !use || (await takeLimit(client, call.action, use));
  return isAllowed ? { begun: row } : { refused: 'limit' };
}

/** Locks the conversation: a mute waits for this transaction, or this one sees the mute. */
export async function holdsFence(
  client: PoolClient,
  { conversationId, fence }: { conversationId: string; fence: number },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'hold-fence',
    text: `select from conversations where id = $1 and fence = $2 and auto_reply = 'on' for no key update`,
    values: [conversationId, fence],
  });
  return rowCount === 1;
}

export async function findByKey(client: PoolClient, key: string): Promise<CallRow> {
  const { rows } = await client.query<CallRow>({
    name: 'call-by-key',
    text: `select ${CALL_COLUMNS} from calls where key = $1`,
    values: [key],
  });
  return rows[0] as CallRow;
}
