import type { IncomingResponse } from '../outgoing.ts';
import { errorAnswer } from './cal-answers.ts';
import { CalFailed } from './cal-failed.ts';

/** The three ways in which the API says that a slot is gone, and its own word for a held one. */
const TAKEN =
  /already has booking at this time|no_available_users_found|not available|already (booked|reserved)/i;

/** What an answer that is no success means. @throws CalFailed */
export function judgeCalAnswer(response: IncomingResponse, isWrite: boolean): void {
  const { status } = response;
  if (status >= 200 && status < 300) return;
  const said = readMessage(response.text);
  if (status === 429)
    throw new CalFailed('busy', 'Cal.com takes no more requests for a moment', {
      status,
      retryAfterMs: readWait(response.headers),
    });
  if (status === 401 || status === 403)
    throw new CalFailed('unauthorised', said || 'Cal.com does not accept the key', { status });
  if (isWrite && (status === 409 || ((status === 400 || status === 422) && TAKEN.test(said))))
    throw new CalFailed('taken', said || 'the slot is taken', { status });
  if (status === 404) throw new CalFailed('not_found', said || 'Cal.com knows no such event', { status });
  // Any other fault of the server may have come after the effect.
  if (status >= 500)
    throw new CalFailed(isWrite ? 'unknown' : 'unreachable', said || `status ${status}`, { status });
  throw new CalFailed('refused', said || `status ${status}`, { status });
}

function readMessage(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return '';
  }
  const parsed = errorAnswer.safeParse(value);
  if (!parsed.success) return '';
  const { error, message } = parsed.data;
  const inner = typeof error === 'string' ? error : [error?.code, error?.message].filter(Boolean).join(': ');
  return [inner, message].filter(Boolean).join('. ').slice(0, 300);
}

/** Seconds, in either header. */
function readWait(headers: Record<string, string>): number | null {
  const text = headers['retry-after'] ?? headers['x-ratelimit-reset-default'];
  return text && /^\d{1,5}$/.test(text) ? Number(text) * 1_000 : null;
}
