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
    if (error.code === 'unavailable')
      log.warn({ err: thrown, path: context.req.path }, 'a request could not be served');
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
  const state = sqlStateOf(thrown);
  if (state?.startsWith('22'))
    return new AppError('invalid', { publicMessage: 'A value cannot be stored as it is.', cause: thrown });
  if (isConnectionLoss(thrown) || (state !== null && PASSING.test(state)))
    return new AppError('unavailable', {
      publicMessage: 'The database cannot be reached just now. Please try again.',
      retryAfter: 2,
      cause: thrown,
    });
  return new AppError('internal', { publicMessage: 'Something went wrong on our side.', cause: thrown });
}

/** Lost connections, shutdowns, too many connections, deadlocks and serialization failures: all pass by themselves. */
const PASSING = /^(08|57P|53300|40)/;

/** PostgreSQL's own code for what went wrong, also where drizzle has wrapped it. */
function sqlStateOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const { code } = thrown as { code?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  return sqlStateOf(thrown.cause);
}

/** What the socket and the pool throw while PostgreSQL is away. */
function isConnectionLoss(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, syscall } = thrown as NodeJS.ErrnoException;
  if (syscall === 'connect' || code === 'ECONNRESET' || code === 'EPIPE') return true;
  return CONNECTION_LOSS.test(thrown.message) || isConnectionLoss(thrown.cause);
}

/** These errors of `pg` and its pool have no code: which one comes first after a cut is a matter of chance. */
const CONNECTION_LOSS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end)/;
