/**
 * The shape of a kind whose uses reach the outside world, and the port that it gets for it. The host plans, asks for
 * confirmation, writes the ledger, performs, tries again where that is safe, and records what came of it.
 */
import type { ConnectionPort } from '../connections/define.ts';
import type { Send } from '../connections/outgoing.ts';
import type { Effect, JsonObject, NewCard } from './define.ts';

/** A kind whose uses reach the outside world: the host keeps the ledger around them. */
export interface CallExecutor<Settings = unknown> {
  /** What would be done, and nothing is done. @throws InputInvalid */
  plan(use: CallUse<Settings>): CallPlan;
  /** Does it, once. Whatever goes wrong is an outcome; what is thrown is a fault of ours. */
  perform(use: PlannedUse<Settings>, port: CallPort): Promise<CallOutcome>;
  /** The request as it would be sent, with secrets masked. @throws InputInvalid */
  preview(use: PlannedUse<Settings>): OutgoingPreview;
}

export interface CallUse<Settings> {
  settings: Settings;
  /** Validated against the kind's input schema. */
  inputs: JsonObject;
  /** The page that the visitor is on, as far as it is known. */
  page: { url?: string | undefined; title?: string | undefined; language?: string | undefined };
  /** What the owner's server has signed of the visitor, and holds now: attribute → value. Empty: nothing is known. */
  identity: Record<string, unknown>;
  /** Values are still missing and will be asked for: what there is is planned. */
  isPartial?: boolean;
}

export interface PlannedUse<Settings> {
  settings: Settings;
  /** Input name → value, as planned. */
  values: JsonObject;
}

/** A value that goes out, and where it came from. */
export interface SourcedValue {
  value: unknown;
  /**
   * `visitor`: their words. `form`: a card that they filled in. `result`: an earlier call's answer. `fixed`: the owner.
   * `page:…`, `identity:…`: that attribute. A plan says `visitor` of what the model proposes; the host proves it.
   */
  source: string;
  /** Where exactly: the entry and the letters in it, the call. */
  at?: { entryId?: string; start?: number; end?: number; callId?: string };
}

export interface CallPlan {
  effect: Effect;
  /** Sent again with the same key it has the same effect once: reads, and where the other side honours the key. */
  repeatable: boolean;
  /** How often it is tried at most, where trying again is safe. */
  attempts: number;
  inputs: Record<string, SourcedValue>;
  /** What the visitor confirms: the exact values, in words for people. */
  shown: { label: string; value: string }[];
}

/** What a call has of the host while it is performed. */
export interface CallPort {
  /** Goes with the request, so that the other side can tell a repeat. */
  readonly idempotencyKey: string;
  /** Milliseconds that are left for all of it. */
  readonly timeLeftMs: number;
  /** Name → value. @throws CallRefused when one is missing or not for this host (`name[:port]`) */
  revealSecrets(names: string[], host: string): Promise<ReadonlyMap<string, string>>;
  /** Through the guarded way out. @throws SendFailed */
  send: Send;
  /** Where the operator wants a provider's API to be called instead of its own address. */
  providerUrl(provider: string): string | undefined;
  /** A connection of the workspace, whose requests carry its credentials. Null: it is there no more. */
  openConnection(id: string): Promise<ConnectionPort | null>;
}

export interface OutgoingPreview {
  method: string;
  url: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string | null;
}

/** It cannot be done as it is configured; the message tells the owner why. */
export class CallRefused extends Error {}

export interface CallOutcome {
  state: 'done' | 'failed' | 'unknown';
  /** For the model, as data: short, and true. */
  result: JsonObject;
  /** What the team sees: masked, and cut where it is long. */
  response?: JsonObject;
  /** One word: `not_found`, `timeout`, … */
  error?: string;
  card?: NewCard;
  /** Trying again is safe in any case, where the call is repeatable, or never. */
  retry: 'safe' | 'repeatable' | 'never';
  /** Not before. Milliseconds. */
  retryAfterMs?: number;
  /** The action is not to be used any more until a person has looked at it: why, for the owner. */
  suspend?: string;
}

/** Thrown by `plan` and `preview` for values that do not fit. */
export class InputInvalid extends Error {
  readonly problems: { path: string; code: string; message: string }[];
  constructor(problems: { path: string; code: string; message: string }[]) {
    super(problems[0]?.message ?? 'The inputs do not fit');
    this.problems = problems;
  }
}
