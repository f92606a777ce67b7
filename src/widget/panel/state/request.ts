import type { Entry } from '../../../contract/entry.ts';
import type { ErrorBody, ErrorCode, ErrorDetail } from '../../../contract/errors.ts';

/** A request that brought no answer (`network`) or a refusal. */
export class RequestFailed extends Error {
  readonly code: ErrorCode | 'network';
  /** Milliseconds, when the server asked for patience. */
  readonly retryAfter: number | undefined;
  readonly details: ErrorDetail[];

  constructor(code: ErrorCode | 'network', retryAfter?: number, details: ErrorDetail[] = []) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.details = details;
  }

  /** The same request may succeed later. */
  get passing(): boolean {
    return ['network', 'internal', 'unavailable', 'rate_limited'].includes(this.code);
  }
}

const BASE = '/widget/v1';
const TIMEOUT = 20_000;

/** Posts JSON to the visitor API. @throws RequestFailed */
export async function post<Answer>(path: string, body: unknown, token?: string): Promise<Answer> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization(token) },
    body: JSON.stringify(body),
    // A click on a link must reach the server even when the visitor leaves the page with it.
    keepalive: true,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  return response.json() as Promise<Answer>;
}

/** Signs out: the token is taken no more. It is forgotten here whether or not the server could be told. */
export function endSession(token: string): void {
  const init = { method: 'DELETE', headers: authorization(token), keepalive: true };
  send('/session', init).catch(() => undefined);
}

/** What happened after `cursor`, as one page. @throws RequestFailed */
export async function getEntries(
  cursor: string,
  token: string,
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  const response = await getEvents('application/json', cursor, token, AbortSignal.timeout(TIMEOUT));
  return response.json() as Promise<{ items: Entry[]; nextCursor: string | null }>;
}

/** What happened after `cursor` and what happens from now on. @throws RequestFailed */
export function openStream(cursor: string, token: string, signal: AbortSignal): Promise<Response> {
  return getEvents('text/event-stream', cursor, token, signal);
}

function getEvents(accept: string, cursor: string, token: string, signal: AbortSignal): Promise<Response> {
  const headers = { accept, ...authorization(token) };
  return send(`/events?after=${encodeURIComponent(cursor)}`, { headers, signal, cache: 'no-store' });
}

function authorization(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(BASE + path, init).catch(() => {
    throw new RequestFailed('network');
  });
  if (response.ok) return response;
  const seconds = Number(response.headers.get('retry-after'));
  // What stands between us and the server may answer with a page of its own.
  const body = (await response.json().catch(() => ({}))) as Partial<ErrorBody>;
  throw new RequestFailed(
    body.error?.code ?? 'unavailable',
    seconds > 0 ? seconds * 1_000 : undefined,
    body.error?.details,
  );
}
