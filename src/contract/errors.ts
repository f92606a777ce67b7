/** Every error code that crosses the wire, with the HTTP status it travels under. The list is closed. */
export const ERROR_STATUS = {
  malformed_request: 400,
  missing_credential: 401,
  invalid_credential: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  idempotency_mismatch: 409,
  card_closed: 409,
  in_use: 409,
  too_large: 413,
  invalid: 422,
  egress_blocked: 422,
  request_failed: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One problem inside a 422 answer. `path` is dotted: `settings.fields.0.name`. */
export interface ErrorDetail {
  path: string;
  message: string;
  code?: string;
}

/** The body of every error answer. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details?: ErrorDetail[] };
}
