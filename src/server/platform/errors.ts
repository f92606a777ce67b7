import type { ErrorCode, ErrorDetail } from '../../contract/errors.ts';

interface AppErrorOptions {
  /** For us, in the log. Defaults to the public message. */
  message?: string;
  /** For whoever called; names the cause and the next step. */
  publicMessage: string;
  details?: ErrorDetail[];
  /** Seconds, for 429 and 503. */
  retryAfter?: number;
  cause?: unknown;
}

/** The one error type of the server. Everything else that is thrown is a fault of ours and answers `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly publicMessage: string;
  readonly details: ErrorDetail[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: AppErrorOptions) {
    super(options.message ?? options.publicMessage, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.publicMessage = options.publicMessage;
    this.details = options.details;
    this.retryAfter = options.retryAfter;
  }
}

export function notFound(what: string): AppError {
  return new AppError('not_found', { publicMessage: `There is no such ${what}.` });
}
