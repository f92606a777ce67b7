import type { JsonObject } from '../../actions/define.ts';
import type { CallPlan } from '../../actions/define-call.ts';
import type { Action } from '../../contract/action.ts';

/** A call that is about to be made. */
export interface NewCall {
  workspaceId: string;
  action: Action;
  plan: CallPlan;
  key: string;
  /** As it will be sent, masked. */
  request: JsonObject;
  /** Null: a test by the owner. */
  conversation: CallPlace | null;
}

/** Where a call stands: the turn that makes it still has to hold the conversation's fence. */
export interface CallPlace {
  conversationId: string;
  visitorId: string;
  turnId: string;
  fence: number;
  afterSeq: number;
}
