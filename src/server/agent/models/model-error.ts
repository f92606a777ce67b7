/** Why a model did not answer, for programs. */
export type ModelFault =
  | 'no_address'
  | 'no_key'
  | 'wrong_key'
  | 'no_model'
  | 'no_credit'
  | 'rate_limited'
  | 'refused'
  | 'unreachable'
  | 'blocked'
  | 'failing'
  | 'too_slow'
  | 'bad_answer'
  | 'resting';

interface ModelErrorOptions {
  /** How long the provider asks us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

/** A model did not answer. The message is for the agent's owner: the cause and the next step, and never a key. */
export class ModelError extends Error {
  readonly reason: ModelFault;
  readonly ownerMessage: string;
  readonly retryAfterMs: number | undefined;

  constructor(reason: ModelFault, ownerMessage: string, { retryAfterMs, cause }: ModelErrorOptions = {}) {
    super(ownerMessage, cause === undefined ? {} : { cause });
    this.name = 'ModelError';
    this.reason = reason;
    this.ownerMessage = ownerMessage;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same question may be answered a moment later. */
  get isTransient(): boolean {
    return ['rate_limited', 'unreachable', 'failing', 'bad_answer'].includes(this.reason);
  }
}
