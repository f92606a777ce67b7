import type { ActionResult, JsonObject } from '../../../actions/define.ts';
import {
  type CallExecutor,
  type CallPlan,
  type CallUse,
  InputInvalid,
} from '../../../actions/define-call.ts';
import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import { callKey, valuesOf } from '../../ledger/call-key.ts';
import type { Performed } from '../../ledger/ledger.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import { askForInputs } from './ask-for-inputs.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import type { CallHost } from './turn-host.ts';

const MAX_WRITES_PER_TURN = 3;

/** Uses an action that reaches outside: asks the visitor for what is missing, or to confirm it, or makes the call and waits for its outcome. */
export async function useCall(
  host: CallHost,
  draft: TurnDraft,
  { action, inputs: schema }: AgentTool,
  executor: CallExecutor,
  proposed: JsonObject,
): Promise<ActionResult> {
  const { settings } = action;
  const identity = host.identity();
  const use = { settings, inputs: proposed, page: host.page, identity };
  const planned = tryTo(() => executor.plan(use));
  if (planned instanceof InputInvalid) return refuseInputs(planned);

  // Loaded with the first call: what reads dates and phone numbers takes its memory only where it is needed.
  const { groundInputs } = await import('../grounding/ground-inputs.ts');
  const evidence = { ...host, calls: [...host.calls, ...draft.doneCalls], identity };
  let grounding = groundInputs(planned.inputs, schema, evidence);
  const older = grounding.ungrounded.length > 0 ? await host.readOlderWords() : [];
  if (older.length > 0) {
    const timeline = [...older, ...host.timeline];
    grounding = groundInputs(planned.inputs, schema, { ...evidence, timeline });
  }
  if (grounding.ungrounded.length > 0) {
    const partial = planPartly(
      executor,
      use,
      grounding.ungrounded.map(({ name }) => name),
    );
    return askForInputs(host, draft, {
      ...{ action, schema, fields: grounding.ungrounded },
      plan: partial && { ...partial, inputs: { ...partial.inputs, ...grounding.inputs } },
    });
  }

  const plan: CallPlan = { ...planned, inputs: grounding.inputs };
  const preview = tryTo(() => executor.preview({ settings, values: valuesOf(plan.inputs) }));
  if (preview instanceof InputInvalid) return refuseInputs(preview);
  const request: JsonObject = { ...preview };
  const isWrite = plan.effect === 'write';
  if (isWrite && countWrites(draft) >= MAX_WRITES_PER_TURN) return refused('Not in this turn any more.');
  const isTainted =
    isWrite && ((grounding.hasFreeText && hasForeignText(host, draft)) || hasReadStrangers(host, draft));
  if (action.confirm || isTainted) return askToConfirm(host, draft, { action, plan, request });
  return makeCall(host, draft, { action, plan, request }, executor);
}

async function makeCall(
  host: CallHost,
  draft: TurnDraft,
  { action, plan, request }: { action: Action; plan: CallPlan; request: JsonObject },
  executor: CallExecutor,
): Promise<ActionResult> {
  const { conversationId } = host.place;
  const key = callKey({
    conversationId,
    actionId: action.id,
    actionVersion: action.version,
    inputs: plan.inputs,
    offering: host.offering,
  });
  const call = { workspaceId: host.workspaceId, action, plan, key, request, conversation: host.place };
  const performed = await host.ledger.perform(call, { executor, settings: action.settings });
  return tellPerformed(draft, performed);
}

/** What the model is told of a call. */
export function tellPerformed(draft: TurnDraft, performed: Performed): ActionResult {
  if ('refused' in performed) return refused(REFUSALS[performed.refused]);
  draft.addCall(performed.call);
  return { result: performed.call.result ?? { status: performed.call.state } };
}

/** The plan without the values that nobody gave; null: without them there is none. */
function planPartly(executor: CallExecutor, use: CallUse<unknown>, without: string[]): CallPlan | null {
  const inputs = Object.fromEntries(Object.entries(use.inputs).filter(([name]) => !without.includes(name)));
  const plan = tryTo(() => executor.plan({ ...use, inputs, isPartial: true }));
  return plan instanceof InputInvalid ? null : plan;
}

/** Somebody else's words are before the model, and what it writes may be theirs. */
function hasForeignText(host: CallHost, draft: TurnDraft): boolean {
  return host.hasForeignText || draft.doneCalls.some(({ result }) => result?.data !== undefined);
}

/** What a stranger wrote may be what the model acts on, now or later on: the visitor has to say that they want it, too. */
function hasReadStrangers({ calls }: CallHost, { doneCalls }: TurnDraft): boolean {
  return [...calls, ...doneCalls].some(
    ({ kind, result }) => result?.data !== undefined && findKind(kind)?.readsStrangers,
  );
}

/** Made, and asked to be confirmed. */
function countWrites(draft: TurnDraft): number {
  return draft.doneCalls.filter(({ effect }) => effect === 'write').length + draft.proposedWrites;
}

function tryTo<Result>(work: () => Result): Result | InputInvalid {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputInvalid) return error;
    throw error;
  }
}

function refuseInputs({ problems, message }: InputInvalid): ActionResult {
  const [problem] = problems;
  if (problem?.code === 'missing_identity')
    return { result: { status: 'not_available', reason: `This cannot be done: ${message}.` } };
  return refused(`Wrong arguments: ${problem?.path}: ${message}`);
}

function refused(error: string): ActionResult {
  return { result: { status: 'refused', error } };
}

const REFUSALS = {
  fenced: 'The conversation has moved on.',
  limit: 'This was used as often as it may be.',
  changed: 'The action was changed meanwhile. Nothing was sent.',
};
