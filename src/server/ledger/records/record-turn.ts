import type { PoolClient } from 'pg';
import type { JsonObject } from '../../../actions/define.ts';
import type { CallPlan } from '../../../actions/define-call.ts';
import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import { callKey, confirmationHash } from '../call-key.ts';
import { takeLimit } from '../call-limits.ts';
import type { CallRow } from '../call-row.ts';
import { holdActions } from '../hold-actions.ts';
import { insertCall } from '../insert-call.ts';
import { OfferGone } from '../offer-gone.ts';

/** A call that waits for the visitor's word, asked for by a card. */
export interface Proposal {
  entryId: string;
  action: Action;
  plan: CallPlan;
  /** As it would be sent, masked; null: values are still asked for. */
  request: JsonObject | null;
}

interface TurnPlace {
  workspaceId: string;
  conversationId: string;
  visitorId: string;
  id: string;
}

/** What a turn has to say to the ledger, in the transaction of its answer. */
export interface TurnRecord {
  proposals: Proposal[];
  /** Calls whose outcome the answer speaks of. */
  calls: readonly CallRow[];
  /** What the turn itself did, without a call of its own: a mute. */
  deeds: { action: Action; result: JsonObject }[];
  /** Actions that it used without a call: what they show, or do, counts for their limits. */
  uses: Action[];
  afterSeq: number;
}

/**
 * @returns the cards of older proposals that these take the place of
 * @throws OfferGone when an action was archived, or its limit used up elsewhere, while the turn was under way
 */
export async function recordTurn(client: PoolClient, turn: TurnPlace, record: TurnRecord): Promise<string[]> {
  const { uses, proposals, calls } = record;
  const used = [...uses, ...proposals.map(({ action }) => action)].map(({ id }) => ({ id }));
  if (!(await holdActions(client, used))) throw new OfferGone();
  for (const action of uses.filter(({ kind }) => !findKind(kind)?.countsByHand))
    if (!(await takeLimit(client, action, { ...turn, callId: null }))) throw new OfferGone();
  const replaced: string[] = [];
  if (calls.length > 0) replaced.push(...(await tellCalls(client, turn, calls)));
  for (const proposal of proposals) {
    replaced.push(...(await replaceOlder(client, turn, proposal.action.id)));
    await propose(client, turn, proposal, record.afterSeq);
  }
  for (const deed of record.deeds) await recordDeed(client, turn, deed, record.afterSeq);
  return replaced;
}

async function replaceOlder(
  client: PoolClient,
  { conversationId }: TurnPlace,
  actionId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ entry_id: string }>({
    name: 'replace-proposals',
    text: `update calls set state = 'failed', error = 'replaced', told = true, ended_at = now()
      where conversation_id = $1 and action_id = $2 and state = 'proposed' returning entry_id`,
    values: [conversationId, actionId],
  });
  return rows.map(({ entry_id }) => entry_id);
}

/**
 * Their outcomes are told now. A call that was made needs no card any more that asks for its last values, or to confirm the
 * very same.
 */
async function tellCalls(
  client: PoolClient,
  { conversationId }: TurnPlace,
  calls: readonly CallRow[],
): Promise<string[]> {
  const hashes = calls.map(({ action_id, action_version, inputs }) =>
    confirmationHash({ conversationId, actionId: action_id, actionVersion: action_version, inputs }),
  );
  const { rows } = await client.query<{ entry_id: string }>({
    name: 'tell-calls',
    text: `with told as (update calls set told = true where id = any($4))
      update calls set state = 'failed', error = 'replaced', told = true, ended_at = now()
      where conversation_id = $1 and action_id = any($2) and state = 'proposed' and id <> all($4)
        and (request is null or hash = any($3)) returning entry_id`,
    values: [conversationId, calls.map(({ action_id }) => action_id), hashes, calls.map(({ id }) => id)],
  });
  return rows.map(({ entry_id }) => entry_id);
}

async function propose(
  client: PoolClient,
  turn: TurnPlace,
  { entryId, action, plan, request }: Proposal,
  afterSeq: number,
): Promise<void> {
  const { effect, repeatable, attempts, inputs } = plan;
  const same = {
    conversationId: turn.conversationId,
    actionId: action.id,
    actionVersion: action.version,
    inputs,
  };
  await insertCall(client, {
    ...{ workspaceId: turn.workspaceId, action, effect, repeatable, attempts, inputs },
    ...(request ? { request } : {}),
    place: { ...turn, turnId: turn.id, afterSeq },
    state: 'proposed',
    key: callKey({ ...same, offering: entryId }),
    confirmation: { entryId, hash: confirmationHash(same) },
  });
}

async function recordDeed(
  client: PoolClient,
  turn: TurnPlace,
  { action, result }: TurnRecord['deeds'][number],
  afterSeq: number,
): Promise<void> {
  await insertCall(client, {
    ...{ workspaceId: turn.workspaceId, action, result },
    ...{ effect: 'write', repeatable: true, state: 'done', inputs: {} },
    place: { ...turn, turnId: turn.id, afterSeq },
    key: `deed:${turn.id}:${action.id}`,
  });
}
