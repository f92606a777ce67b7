import type { ActionResult, JsonObject } from '../../../actions/define.ts';
import { type CallExecutor, type CallPlan, InputInvalid } from '../../../actions/define-call.ts';
import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import { callKey, confirmationHash, valuesOf } from '../../ledger/call-key.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import { CONFIRMATION_MINUTES } from '../../ledger/insert-call.ts';
import type { Ledger, Performed } from '../../ledger/ledger.ts';
import type { CallPlace } from '../../ledger/new-call.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';

/** What a turn has for calls: where it stands, what was called before, and who keeps the ledger. */
export interface CallHost {
  workspaceId: string;
  ledger: Ledger;
  place: CallPlace;
  /** The last answer in the conversation: what is asked for again after it is another call. */
  offering: string;
  /** What this conversation has called so far. */
  calls: CallRow[];
  /** What is signed of the visitor, and holds now. */
  identity(): Record<string, unknown>;
  /** What the visitor has left in a form. */
  readContact(): Promise<{ name?: string; email?: string }>;
  readPage(): Promise<{ url?: string; title?: string; language?: string }>;
}

const MAX_WRITES_PER_TURN = 3;

/** Uses an action that reaches outside: asks the visitor to confirm it, or makes the call and waits for its outcome. */
export async function useCall(
  host: CallHost,
  draft: TurnDraft,
  action: Action,
  executor: CallExecutor,
  inputs: JsonObject,
): Promise<ActionResult> {
  const { settings } = action;
  let plan: CallPlan;
  let request: JsonObject;
  try {
    const page = await host.readPage();
    plan = executor.plan({ settings, inputs, page, identity: host.identity() });
    request = { ...executor.preview({ settings, values: valuesOf(plan.inputs) }) };
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    return refused(`Wrong arguments: ${error.problems[0]?.path}: ${error.message}`);
  }
  if (action.confirm || (plan.effect === 'write' && hasReadStrangers(host, draft)))
    return askToConfirm(host, draft, { action, plan, request });

  const writes = draft.doneCalls.filter(({ effect }) => effect === 'write').length;
  if (plan.effect === 'write' && writes >= MAX_WRITES_PER_TURN) return refused('Not in this turn any more.');
  const { conversationId } = host.place;
  const key = callKey({
    conversationId,
    actionId: action.id,
    actionVersion: action.version,
    inputs: plan.inputs,
    offering: host.offering,
  });
  const call = { workspaceId: host.workspaceId, action, plan, key, request, conversation: host.place };
  const performed = await host.ledger.perform(call, { executor, settings });
  return tellPerformed(draft, performed);
}

/** What a stranger wrote may be what the model acts on, now or later on: the visitor has to say that they want it, too. */
function hasReadStrangers({ calls }: CallHost, { doneCalls }: TurnDraft): boolean {
  return [...calls, ...doneCalls].some(
    ({ kind, result }) => result?.data !== undefined && findKind(kind)?.readsStrangers,
  );
}

/** What the model is told of a call. */
export function tellPerformed(draft: TurnDraft, performed: Performed): ActionResult {
  if ('refused' in performed) return refused(REFUSALS[performed.refused]);
  draft.addCall(performed.call);
  return { result: performed.call.result ?? { status: performed.call.state } };
}

function askToConfirm(
  { place: { conversationId }, calls }: CallHost,
  draft: TurnDraft,
  proposal: { action: Action; plan: CallPlan; request: JsonObject },
): ActionResult {
  const { action, plan } = proposal;
  const hash = confirmationHash({
    conversationId,
    actionId: action.id,
    actionVersion: action.version,
    inputs: plan.inputs,
  });
  const now = new Date();
  const isAsked =
    draft.hasProposal(hash) ||
    calls.some((call) => call.state === 'proposed' && call.hash === hash && (call.expires_at ?? now) > now);
  if (!isAsked)
    draft.addProposal(proposal, {
      title: action.name,
      values: plan.shown,
      hash,
      expiresAt: new Date(now.getTime() + CONFIRMATION_MINUTES * 60_000).toISOString(),
    });
  return { result: { status: 'awaiting_confirmation' } };
}

function refused(error: string): ActionResult {
  return { result: { status: 'refused', error } };
}

const REFUSALS = {
  fenced: 'The conversation has moved on.',
  limit: 'This was used as often as it may be.',
  changed: 'The action was changed meanwhile. Nothing was sent.',
};
