import type { PoolClient } from 'pg';
import type { CardState } from '../../../contract/entry.ts';
import { IDENTITY, type IdentityRow } from '../../conversations/identity/visitor-identity.ts';
import { AppError } from '../../platform/errors.ts';
import { confirmationHash } from '../call-key.ts';
import { CALL_COLUMNS, type CallRow } from '../call-row.ts';
import { isStillThem } from './is-still-them.ts';

type Row = CallRow & {
  current_version: number | null;
  live: boolean;
  expired: boolean;
  auto_reply: string;
  identity: IdentityRow | null;
};

/**
 * What becomes of a call when the visitor confirms or declines it, in the transaction of its card and under the
 * conversation's lock. Confirmed is exactly what the card shows, once, in time, and as the action still is.
 * @returns the card's state; `expired` when it was too late, or the action has changed since
 * @throws AppError `card_closed`
 */
export async function decideConfirmation(
  client: PoolClient,
  entryId: string,
  op: string,
  values: Record<string, unknown>,
): Promise<Extract<CardState, 'confirmed' | 'declined' | 'expired'>> {
  const call = await read(client, entryId);
  if (call?.state !== 'proposed' || !call.conversation_id || (op !== 'confirm' && op !== 'decline'))
    throw new AppError('card_closed', { publicMessage: 'This has been decided already.' });
  if (op === 'decline') {
    await end(client, call.id, 'failed', 'declined');
    return 'declined';
  }
  if (typeof values.hash === 'string' && values.hash !== call.hash)
    throw new AppError('card_closed', { publicMessage: 'These are not the values that were asked for.' });
  if (call.auto_reply !== 'on')
    throw new AppError('card_closed', { publicMessage: 'A person has taken over. Nothing was sent.' });
  const hash = confirmationHash({
    conversationId: call.conversation_id,
    actionId: call.action_id,
    actionVersion: call.current_version ?? 0,
    inputs: call.inputs,
  });
  if (call.expired || !call.live || hash !== call.hash || !isStillThem(call)) {
    await end(client, call.id, 'failed', call.expired ? 'expired' : 'changed');
    return 'expired';
  }
  await end(client, call.id, 'confirmed', null);
  return 'confirmed';
}

async function read(client: PoolClient, entryId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>({
    name: 'call-of-card',
    text: `select ${CALL_COLUMNS}, actions.version as current_version,
        coalesce(actions.archived_at is null and actions.enabled, false) as live, calls.expires_at <= now() as expired,
        conversations.auto_reply, ${IDENTITY} as identity
      from calls left join actions on actions.id = calls.action_id
        join conversations on conversations.id = calls.conversation_id
        join visitors visitor on visitor.id = conversations.visitor_id
      where calls.entry_id = $1 for update of calls`,
    values: [entryId],
  });
  return rows[0];
}

async function end(client: PoolClient, id: string, state: 'failed' | 'confirmed', error: string | null) {
  await client.query({
    name: 'decide-call',
    text: `update calls set state = $2, error = $3, told = $2 = 'failed',
        confirmed_at = case when $2 = 'confirmed' then now() end,
        ended_at = case when $2 = 'failed' then now() end
      where id = $1`,
    values: [id, state, error],
  });
}
