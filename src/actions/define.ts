/**
 * The shape of a kind of action, and the port that its executor gets.
 *
 * A kind is a folder: `action.ts` (definition), `execute.ts` (server), `card.tsx` (widget), `<kind>.test.ts`.
 * To add one, copy `button/`, edit, and let the compiler name the registry lines in `index.ts` and
 * `executors.ts`; a kind with a card gets a line in `cards.tsx`, too. A kind never imports another kind and never the server.
 */
import type { ZodType, z } from 'zod';
import type { CardOp, CardState } from '../contract/entry.ts';

export type JsonObject = { [key: string]: unknown };

/** JSON Schema (draft 7) of an object; what the model may fill in. */
export interface InputSchema {
  type: 'object';
  properties: Record<string, JsonObject>;
  required?: string[];
  additionalProperties: false;
}

/** One card that this action has shown in this conversation, oldest first. */
export interface PastCard {
  entryId: string;
  state: CardState;
}

/** What the definition of a kind says, without its implementation. Imports zod; never reaches the widget. */
export interface ActionDefinition<Kind extends string = string, Settings extends ZodType = ZodType> {
  kind: Kind;
  /** On screens: "Collect leads". */
  label: string;
  /** One line for the list of kinds. */
  description: string;
  settings: Settings;
  /** Two or three sentences to start a guidance from. */
  guidanceExamples: string[];
  /** What the model may fill in, given the settings and what this action has shown so far. */
  inputs(settings: z.infer<Settings>, past: PastCard[]): InputSchema;
  /** Names of inputs that come from elsewhere: what the model says under them is dropped. */
  bound?(settings: z.infer<Settings>): string[];
  /** One short sentence that the built-in engine says with the call, by language. */
  leadIn?: Record<string, string>;
  /** What was done once it was used: then the agent may say that something was sent, kept or passed on. */
  proves?: ('send' | 'save' | 'forward' | 'register' | 'book')[];
  /** The visitor can leave a message and how to reach them. */
  takesMessages?: boolean;
  /** Its card waits for what the visitor does with it, and is closed when the action is archived. */
  waits?: boolean;
  /** For its limit counts what the visitor does with its card, and not that it is shown. */
  countsByHand?: boolean;
  /** Strangers write the `data` of its results: after it, nothing is changed in that conversation that the visitor has not confirmed. */
  readsStrangers?: true;
  /** What a use does to the world outside; absent: nothing, it stays in the conversation. */
  effect?(settings: z.infer<Settings>): Effect;
  /**
   * Puts in what the workspace says once for all of its actions, where the settings say nothing.
   * @returns the settings, or what is missing, in words for the owner
   */
  complete?(settings: z.infer<Settings>, defaults: WorkspaceDefaults): z.infer<Settings> | string;
  /** The kind of the connection that `connectionId` in its settings names. */
  connects?: string;
  /** Origins whose pages its card shows in a frame. */
  frameOrigins?(settings: z.infer<Settings>): string[];
}

export interface WorkspaceDefaults {
  /** Where meetings are booked, when an action does not say it. */
  eventLink: string | null;
}

/** A read can be repeated; a write is confirmed by default, and never repeated blindly. */
export type Effect = 'read' | 'write';

/** Helps TypeScript keep a kind's literal name and settings together. */
export function defineAction<Kind extends string, Settings extends ZodType>(
  definition: ActionDefinition<Kind, Settings>,
): ActionDefinition<Kind, Settings> {
  return definition;
}

/** A card to be shown with the answer. The payload goes to the visitor as it is: no secrets, no internal ids. */
export interface NewCard {
  payload: JsonObject;
}

/** What a use of an action led to. */
export interface ActionResult {
  /** For the model, as data: short, and true. */
  result: JsonObject;
  card?: NewCard;
  /** The turn is over: the model is not asked again and says nothing more. */
  endsTurn?: boolean;
}

export interface ActionUse<Settings> {
  settings: Settings;
  /** Validated against the kind's input schema. */
  inputs: JsonObject;
  past: PastCard[];
}

/** What the visitor did with a card, and what it becomes. */
export interface CardUse<Settings> {
  settings: Settings;
  op: CardOp;
  values: JsonObject;
  card: { entryId: string; state: CardState; payload: JsonObject };
}

export interface CardResult {
  state: CardState;
  /** Replaces the payload; absent: unchanged. */
  payload?: JsonObject;
  /** What needs the network for it: done by `define-card-step.ts` once this is committed, outside of any transaction. */
  step?: CardStep;
}

/** A read leaves no trace; a write is a call of the ledger: one of each name for each card, however often it is asked for. */
export type CardStep =
  | { effect: 'read'; values: JsonObject }
  | {
      effect: 'write';
      name: string;
      inputs: Record<string, { value: unknown; source: string }>;
      /** As it will be sent, for the team. */
      request: JsonObject;
    };

/** A meeting as a kind hands it to the host. */
export interface NewBooking {
  /** Of whom it is: the key of the kind's provider. */
  provider: string;
  /** Null: nobody has told it. */
  uid: string | null;
  /** `reported`: the visitor's browser says so. Everything else the provider itself has said. */
  state: 'reported' | 'requested' | 'booked' | 'rescheduled' | 'cancelled';
  title: string;
  /** ISO 8601, UTC. */
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  links: { cancel?: string; reschedule?: string };
}

/** A lead as a kind hands it to the host. */
export interface NewLead {
  /** The card it came from: one lead a card, however often it is sent. */
  entryId: string;
  values: Record<string, string>;
  consent: string;
  /** Typed, and not sent yet. */
  isPartial?: boolean;
}

export interface MuteRequest {
  /** Said to the visitor in the same transaction, before the mute; empty: nothing. */
  closingLine: string;
  reason: string;
  summary: string;
}

/** The host, as a kind sees it while the agent uses an action. A test can pass a plain object. */
export interface ActionContext {
  /** What the visitor wrote in this conversation, oldest first. `afterEntryId`: only what came after that entry. */
  visitorWords(afterEntryId?: string): string[];
  /** Name and e-mail address, as the visitor left them in a form. */
  readContact(): Promise<{ name?: string; email?: string }>;
  /** Happens together with the answer of this turn, or not at all. */
  mute(request: MuteRequest): void;
}

/** The host while the visitor uses a card. */
export interface CardContext {
  /** Happens together with the card's new state, or not at all. */
  saveLead(lead: NewLead): void;
  /** The same for a meeting: one of each card, whose state it is from now on. */
  saveBooking(booking: NewBooking): void;
}

/** Thrown by `onCard` for values that the visitor can mend; shown at the field. */
export class CardInvalid extends Error {
  readonly fields: { path: string; code: string; message: string }[];
  constructor(fields: { path: string; code: string; message: string }[]) {
    super('The card has invalid values');
    this.fields = fields;
  }
}

/** A kind whose uses stay in the conversation: it shows something, or changes how it goes on. */
export interface ChatExecutor<Settings = unknown> {
  run(use: ActionUse<Settings>, context: ActionContext): Promise<ActionResult>;
  /** Absent: the kind has no card. An op that the card's state does not allow: return null. */
  onCard?(use: CardUse<Settings>, context: CardContext): Promise<CardResult | null>;
}

/** The settings of a definition. */
export type SettingsOf<D> = D extends ActionDefinition<string, infer S> ? z.infer<S> : never;
