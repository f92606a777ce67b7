import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ERROR_STATUS, type ErrorBody } from '../../../contract/errors.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Turns whatever was thrown into the one shape of an error. What we did not foresee is logged and told as `internal`. */
export function answerError(log: Log) {
  return (thrown: unknown, context: Context): Response => {
    const error = toAppError(thrown);
    if (error.code === 'internal') log.error({ err: thrown, path: context.req.path }, 'a request failed');
    if (error.retryAfter !== undefined)
      context.header('Retry-After', String(Math.max(1, Math.ceil(error.retryAfter))));
    // The rest of the body is not read: this connection cannot carry another request.
    if (error.code === 'too_large') context.header('Connection', 'close');
    const body: ErrorBody = {
      error: {
        code: error.code,
        message: error.publicMessage,
        ...(error.details ? { details: error.details } : {}),
      },
    };
    return context.json(body, ERROR_STATUS[error.code] as ContentfulStatusCode);
  };
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isConnectionLoss(thrown))
    return new AppError('unavailable', {
      publicMessage: 'The database cannot be reached just now. Please try again.',
      retryAfter: 2,
      cause: thrown,
    });
  return new AppError('internal', { publicMessage: 'Something went wrong on our side.', cause: thrown });
}

/** SQLSTATE classes 08 and 57, and what the socket and the pool throw while PostgreSQL is away. */
function isConnectionLoss(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = String((thrown as { code?: unknown }).code ?? '');
  if (/^(08|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code)) return true;
  if (/Connection terminated|timeout exceeded when trying to connect/.test(thrown.message)) return true;
  return thrown.cause !== undefined && isConnectionLoss(thrown.cause);
}
