import type { IncomingResponse, SendFailed } from '../../../connections/outgoing.ts';
import type { Effect } from '../../define.ts';
import type { CallOutcome } from '../../define-call.ts';

const MAX_WAIT_MS = 60_000;

/** @returns what a status that is no success means; null for a success */
export function judgeStatus(response: IncomingResponse, effect: Effect): CallOutcome | null {
  const { status } = response;
  if (status >= 200 && status < 300) return null;
  const error = WORDS[status] ?? (status < 400 ? 'moved' : status < 500 ? 'refused' : 'unavailable');
  const wait = retryAfterMs(response.headers['retry-after']);
  const pause = wait === null ? {} : { retryAfterMs: wait };
  // These say that nothing was done.
  if (status === 408 || status === 425 || status === 429 || status === 503)
    return { state: 'failed', error, result: { status: 'failed', error }, retry: 'safe', ...pause };
  if (status < 500 || status === 501)
    return { state: 'failed', error, result: { status: 'failed', error }, retry: 'never' };
  // Any other fault of the server may have come after the effect.
  if (effect === 'read')
    return { state: 'failed', error, result: { status: 'failed', error }, retry: 'safe', ...pause };
  return { state: 'unknown', error, result: { status: 'unknown' }, retry: 'repeatable', ...pause };
}

/** What it means that a request could not be sent, or its answer not be had. */
export function failedToSend({ reason, maybeSent, message }: SendFailed, effect: Effect): CallOutcome {
  const response = { error: message };
  if (!maybeSent || effect === 'read')
    return {
      state: 'failed',
      error: reason,
      result: { status: 'failed', error: reason === 'blocked' ? 'not_available' : reason },
      response,
      retry: reason === 'blocked' ? 'never' : 'safe',
    };
  return { state: 'unknown', error: reason, result: { status: 'unknown' }, response, retry: 'repeatable' };
}

/** Seconds, or a date. */
function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_WAIT_MS) : null;
}

const WORDS: Record<number, string> = {
  400: 'refused',
  401: 'not_allowed',
  403: 'not_allowed',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  410: 'not_found',
  422: 'refused',
  429: 'busy',
  503: 'busy',
  504: 'timeout',
};
