interface Details {
  /** HTTP status; null: there was no answer, or none that can be read. */
  status: number | null;
  /** One word: `already_filled`, `rate_limited`, `forbidden`, … */
  code: string;
  /** Not before. Milliseconds. */
  retryAfterMs?: number;
  /** Whether it may have happened all the same. */
  maybeDone?: boolean;
  cause?: unknown;
}

/** Calendly did not do what it was asked for. The message is fit for the team. */
export class CalendlyError extends Error {
  readonly status: number | null;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  readonly maybeDone: boolean;

  constructor(message: string, { status, code, retryAfterMs, maybeDone = false, cause }: Details) {
    super(message, { cause });
    this.name = 'CalendlyError';
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.maybeDone = maybeDone;
  }
}
