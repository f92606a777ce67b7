import type { ActionResult, JsonObject } from '../../../actions/define.ts';
import type { CallPlan } from '../../../actions/define-call.ts';
import type { Action } from '../../../contract/action.ts';
import { confirmationHash } from '../../ledger/call-key.ts';
import { CONFIRMATION_MINUTES } from '../../ledger/insert-call.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import type { CallHost } from './turn-host.ts';

/** Shows the visitor exactly what would be sent, once: nothing is sent before they confirm it. */
export function askToConfirm(
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
