import type { LanguageModelV4Message } from '@ai-sdk/provider';
import { findExecutor } from '../../../actions/executors.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { Performed } from '../../ledger/ledger.ts';
import type { CallPolicy } from '../../ledger/run-call.ts';
import { callMessages } from '../prompt/build-prompt.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import type { TurnRunnerDeps } from '../turn/turn-deps.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import type { CallHost } from './turn-host.ts';
import { tellPerformed } from './use-call.ts';

/**
 * Brings to an end what an earlier turn, or the visitor's confirmation, has begun, before the model is asked: the model is told
 * of it as if it had just called, and does not call again.
 */
export async function settleOpenCalls(
  deps: Pick<TurnRunnerDeps, 'ledger' | 'actions'>,
  host: CallHost,
  draft: TurnDraft,
  { calls, timeline, nameOf }: PreparedTurn,
): Promise<LanguageModelV4Message[]> {
  const handedBack = timeline.findLast((entry) => entry.handedBack)?.seq ?? 0;
  const open = calls.filter(
    (call) => !call.told && call.state !== 'proposed' && call.after_seq >= handedBack,
  );
  const told: LanguageModelV4Message[] = [];
  for (const call of open) {
    const performed = await settle(deps, host, call);
    tellPerformed(draft, performed);
    if ('call' in performed) told.push(...callMessages(performed.call, nameOf));
  }
  return told;
}

async function settle(
  { ledger, actions }: Pick<TurnRunnerDeps, 'ledger' | 'actions'>,
  host: CallHost,
  call: CallRow,
): Promise<Performed> {
  if (call.state !== 'confirmed' && call.state !== 'sent') return { call };
  const executor = findExecutor(call.kind);
  if (!executor || !('perform' in executor))
    throw new Error(`a call of the kind ${call.kind} cannot be made`);
  const action = await actions.find(host.workspaceId, call.action_id);
  const policy: CallPolicy = { executor, settings: action?.settings ?? {} };
  if (call.state === 'confirmed') return ledger.performConfirmed(call, host.place, policy);
  // Sent again, it would be another request than the one that was begun.
  const isSame = action?.version === call.action_version;
  return { call: await ledger.settle(call, isSame ? policy : null) };
}
