import { takeLimit } from './call-limits.ts';
import { CALL_COLUMNS, type CallRow } from './call-row.ts';
import { holdActions } from './hold-actions.ts';
import { CALL_LEASE_SECONDS } from './insert-call.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import type { CallPlace } from './new-call.ts';
import { holdsFence, type Started } from './start-call.ts';

/** Writes a confirmed call down as sent. What the visitor confirmed is of one version of the action: of no other it is sent. */
export async function startConfirmedCall(
  { pool, owner, actions }: LedgerDeps,
  call: CallRow,
  place: CallPlace,
): Promise<Started> {
  const action = await actions.find(call.workspace_id, call.action_id);
  if (!action) return failChanged(pool, call);
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (!(await holdsFence(client, place))) {
      await client.query('rollback');
      return { refused: 'fenced' };
    }
    if (!(await holdActions(client, [{ id: action.id, version: call.action_version }]))) {
      await client.query('rollback');
      return failChanged(pool, call);
    }
    if (!(await takeLimit(client, action, { ...place, workspaceId: call.workspace_id, callId: call.id }))) {
      await client.query('rollback');
      await fail(pool, call, 'limit');
      return { refused: 'limit' };
    }
    const { rows } = await client.query<CallRow>({
      name: 'send-confirmed-call',
      text: `update calls set state = 'sent', owner = $2, turn_id = $3, sent_at = now(),
          lease_until = now() + interval '${CALL_LEASE_SECONDS} seconds'
        where id = $1 and state = 'confirmed' returning ${CALL_COLUMNS}`,
      values: [call.id, owner, place.turnId],
    });
    await client.query(rows[0] ? 'commit' : 'rollback');
    if (rows[0]) return { begun: rows[0] };
    const existing = await pool.query<CallRow>(`select ${CALL_COLUMNS} from calls where id = $1`, [call.id]);
    return { existing: existing.rows[0] ?? call };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function failChanged(pool: LedgerDeps['pool'], call: CallRow): Promise<Started> {
  await fail(pool, call, 'changed');
  return { refused: 'changed' };
}

async function fail(pool: LedgerDeps['pool'], { id }: CallRow, error: string): Promise<void> {
  await pool.query({
    name: 'fail-confirmed-call',
    text: `update calls set state = 'failed', error = $2, ended_at = now(), result = $3 where id = $1 and state = 'confirmed'`,
    values: [id, error, { status: 'failed', error: 'not_available' }],
  });
}
