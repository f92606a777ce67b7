import type { McpPort } from './mcp-port.ts';
import { readStatus } from './read-status.ts';
import { watchForAnswer } from './watch-for-answer.ts';

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** To end a session, when there may be no time left for anything else. */
const GOODBYE_MS = 2_000;

/**
 * The fetch that the SDK gets: every request of it is one of the connection's, guarded and with its credentials. A stream is
 * read up to the answer, and handed on then.
 * @throws SendFailed, McpFailure
 */
export function fetchThrough({ send }: Pick<McpPort, 'send'>, timeLeftMs: () => number): Fetch {
  return async (url, init = {}) => {
    const { method = 'GET' } = init;
    const headers = new Headers(init.headers);
    // The stream for what a server says unasked. We ask nothing that it would be needed for, and it would never end.
    if (method === 'GET' && !headers.has('last-event-id')) return new Response(null, { status: 405 });
    const response = await send({
      method,
      url: String(url),
      // What is coded cannot be looked into while it comes.
      headers: [...headers, ['accept-encoding', 'identity']],
      body: typeof init.body === 'string' ? init.body : null,
      secretHeaders: ['mcp-session-id'],
      hasSecret: false,
      timeoutMs: method === 'DELETE' ? GOODBYE_MS : timeLeftMs(),
      isLast: watchForAnswer(),
    });
    if (method === 'POST') {
      const failure = readStatus(response.status);
      if (failure) throw failure;
    }
    const isEmpty = [204, 205, 304].includes(response.status);
    return new Response(isEmpty ? null : response.text, {
      status: response.status,
      headers: pickHeaders(response.headers),
    });
  };
}

/** Those that speak of the answer as it is now: decoded, and whole. */
function pickHeaders(headers: Record<string, string>): [string, string][] {
  return ['content-type', 'mcp-session-id'].flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value]];
  });
}
