import type { ErrorCode, ErrorDetail } from '../../contract/errors.ts';

interface ApiErrorParts {
  status: number;
  code: ErrorCode | 'offline';
  message: string;
  details?: ErrorDetail[];
  cause?: unknown;
}

/** What the API answered instead of what was asked for. `message` is written for people; it is empty when nobody answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ApiErrorParts['code'];
  readonly details: ErrorDetail[];

  constructor({ status, code, message, details = [], cause }: ApiErrorParts) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** It may work if it is tried again. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }

  /** The problem of one field, by its dotted path. */
  problemOf(path: string): string | undefined {
    return this.details.find((detail) => detail.path === path)?.message;
  }
}
