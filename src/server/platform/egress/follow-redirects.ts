import { EgressError } from './egress-error.ts';
import type { EgressRequest } from './egress-request.ts';
import type { Hop, HopAnswer } from './exchange.ts';

interface Steps {
  /** What can be told of an address without the DNS; a hop to it resolves the name. */
  check(url: string, hasSecret: boolean): URL;
  checkResolved(url: string): Promise<unknown>;
  send(hop: Hop): Promise<HopAnswer>;
}

/** Sends a request, and goes where its answer leads as often as it permits, with each address checked. @throws EgressError */
export async function followRedirects(
  request: EgressRequest,
  steps: Steps,
): Promise<HopAnswer & { url: string }> {
  const { method, headers, body = null, hasSecret = false, maxRedirects = 0 } = request;
  let hop: Hop = { method, url: steps.check(request.url, hasSecret), headers, body };
  let answer = await steps.send(hop);
  let mayHoldSecret = hasSecret;
  try {
    for (let followed = 0; ; followed++) {
      const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : undefined;
      if (!location || maxRedirects === 0) return { ...answer, url: hop.url.href };
      if (followed === maxRedirects) throw new EgressError('too_many_redirects');
      const text = resolveLocation(location, hop.url);
      const isElsewhere = steps.check(text, false).origin !== hop.url.origin;
      mayHoldSecret &&= !isElsewhere;
      await refuseDowngrade(hop.url, text, steps);
      hop = redirect(hop, steps.check(text, mayHoldSecret), answer.status);
      if (isElsewhere) hop = withoutSecrets(hop, request.secretHeaders ?? []);
      answer = await steps.send(hop);
    }
  } catch (error) {
    // Whatever became of the later ones, the first request has arrived.
    if (error instanceof EgressError)
      throw new EgressError(error.reason, { maybeSent: true, cause: error.cause });
    throw error;
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** A whole URL stays as it was written, for the check to see. */
function resolveLocation(location: string, base: URL): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location) || /[\s\\]/.test(location)) return location;
  if (!URL.canParse(location, base)) throw new EgressError('url_invalid');
  return new URL(location, base).href;
}

/** A place that may not be called at all is told as that. */
async function refuseDowngrade(from: URL, to: string, { checkResolved }: Steps): Promise<void> {
  if (from.protocol !== 'https:' || !/^http:/i.test(to)) return;
  await checkResolved(to);
  throw new EgressError('downgrade');
}

function redirect(hop: Hop, url: URL, status: number): Hop {
  const becomesGet = status < 307 && hop.method !== 'HEAD' && hop.method !== 'GET';
  return becomesGet ? { ...withoutBody(hop), url, method: 'GET' } : { ...hop, url };
}

function withoutSecrets(hop: Hop, secretHeaders: string[]): Hop {
  const secret = new Set(['authorization', 'cookie', ...secretHeaders.map((name) => name.toLowerCase())]);
  const headers = hop.headers.filter(([name]) => !secret.has(name.toLowerCase()));
  return withoutBody({ ...hop, headers });
}

function withoutBody(hop: Hop): Hop {
  return { ...hop, body: null, headers: hop.headers.filter(([name]) => !/^content-/i.test(name)) };
}
