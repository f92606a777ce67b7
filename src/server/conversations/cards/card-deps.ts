import type { Pool, PoolClient } from 'pg';
import type { CardResult, CardStep, JsonObject, NewBooking, NewLead } from '../../../actions/define.ts';
import type { CallOutcome, CallPort } from '../../../actions/define-call.ts';
import type { StepOutcome } from '../../../actions/define-card-step.ts';
import type { ActionLimit } from '../../../contract/action.ts';
import type { CardOp, CardState } from '../../../contract/entry.ts';

/** Where a lead or a meeting came from, for whoever stores it in the same transaction. */
export interface LeadOrigin {
  workspaceId: string;
  action: { id: string; agentId: string; name: string; version: number; kind: string; limit: ActionLimit };
  entryId: string;
  conversationId: string;
  visitorId: string;
  /** The card's place in the conversation. */
  seq: number;
}

export type SaveLead = (client: PoolClient, origin: LeadOrigin, lead: NewLead) => Promise<void>;

export type SaveBooking = (client: PoolClient, origin: LeadOrigin, booking: NewBooking) => Promise<void>;

/**
 * Begins what a card needs the network for; a write stands in the ledger from now on.
 * @returns what does it, or waits for it, once the transaction is committed
 * @throws AppError `card_closed` when the action may not be used any more
 */
export type BeginStep = (
  client: PoolClient,
  origin: LeadOrigin,
  step: CardStep,
  perform: (values: JsonObject, port: CallPort) => Promise<CallOutcome>,
) => Promise<() => Promise<StepOutcome>>;

/** Decides what a confirmation card asks, for whoever keeps what is asked. @throws AppError `card_closed` */
export type DecideConfirmation = (
  client: PoolClient,
  entryId: string,
  op: CardOp,
  values: JsonObject,
) => Promise<Extract<CardState, 'confirmed' | 'declined' | 'expired'>>;

/** Takes what a form asked for before a call, for whoever keeps the call. @throws AppError `card_closed`, CardInvalid */
export type SubmitInputs = (
  client: PoolClient,
  entryId: string,
  op: CardOp,
  values: JsonObject,
) => Promise<CardResult>;

export interface CardDeps {
  pool: Pool;
  saveLead: SaveLead;
  saveBooking: SaveBooking;
  beginStep: BeginStep;
  decideConfirmation: DecideConfirmation;
  submitInputs: SubmitInputs;
  /** This process, as the owner of the turns that it opens. */
  owner: string;
}
