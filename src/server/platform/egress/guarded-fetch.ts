import { type Dispatcher, fetch, type RequestInit as UndiciInit } from 'undici';
import { checkHeaders } from './check-headers.ts';
import { EgressError } from './egress-error.ts';
import { reasonOf } from './exchange.ts';

/**
 * A `fetch` for answers that stream: undici's own response, so that no chunk passes through code of ours. It follows
 * no redirect; whoever asks for `redirect: 'manual'` gets it as the answer.
 */
export function guardedFetch(agent: Dispatcher, check: (url: string) => URL): typeof globalThis.fetch {
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('this fetch takes a URL, not a Request');
    const url = check(String(input));
    const headers = new Headers(init.headers);
    checkHeaders(headers);
    const options = { ...init, headers: [...headers], redirect: 'manual', dispatcher: agent } as UndiciInit;
    const response = await fetch(url, options).catch((error) => {
      throw init.signal?.aborted ? error : explain(error);
    });
    const isRedirect = response.status >= 300 && response.status < 400 && response.headers.has('location');
    if (isRedirect && init.redirect !== 'manual') {
      await response.body?.cancel();
      throw new EgressError('too_many_redirects', { maybeSent: true });
    }
    return response as unknown as Response;
  };
}

/** undici wraps what went wrong in `fetch failed`. Errors of our own come from before the connection was there. */
function explain(error: unknown): unknown {
  const cause = error instanceof TypeError ? error.cause : undefined;
  if (cause === undefined) return error;
  const maybeSent = !(cause instanceof EgressError);
  return new EgressError(reasonOf(cause), { maybeSent, cause });
}
