import type { PoolClient } from 'pg';
import type { NewBooking } from '../../actions/define.ts';
import type { LeadOrigin } from '../conversations/cards/card-deps.ts';
import { insertCall } from '../ledger/insert-call.ts';

/**
 * A booking that its provider has confirmed is something that was done: the agent may speak of it. Where the call that made it
 * is in the ledger that is the proof, and one whose outcome was not known is known now.
 */
export async function recordBooking(
  client: PoolClient,
  { workspaceId, action, entryId, conversationId, visitorId, seq }: LeadOrigin,
  { state, startsAt, endsAt, timeZone }: NewBooking,
): Promise<void> {
  if (state === 'cancelled') return markCancelled(client, conversationId, entryId);
  if (state !== 'booked' && state !== 'rescheduled') return;
  const result = { status: 'booked', start: startsAt, end: endsAt, timeZone };
  const { rowCount } = await client.query({
    name: 'settle-booking-call',
    text: `update calls set state = 'done', error = null, result = $3
      where conversation_id = $1 and starts_with(key, $2) and state in ('unknown', 'done')`,
    values: [conversationId, `card:${entryId}:`, result],
  });
  if (rowCount) return;
  await insertCall(client, {
    ...{ workspaceId, action, effect: 'write', repeatable: true, state: 'done' },
    place: { conversationId, visitorId, turnId: null, afterSeq: seq },
    key: `booking:${entryId}`,
    inputs: {},
    // What the provider has told, as it would have been told in an answer.
    request: { action: 'booked on the page of the event' },
    result,
  });
}

/** What was called off is not to be spoken of as booked any more. */
async function markCancelled(client: PoolClient, conversationId: string, entryId: string): Promise<void> {
  await client.query({
    name: 'cancel-booking-call',
    text: `update calls set result = result || '{"status":"cancelled"}'
      where conversation_id = $1 and (starts_with(key, $2) or key = $3) and state = 'done'`,
    values: [conversationId, `card:${entryId}:`, `booking:${entryId}`],
  });
}
