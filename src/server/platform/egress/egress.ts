import { isIP, type Socket } from 'node:net';
import type { Log } from '../log.ts';
import { checkHeaders } from './check-headers.ts';
import { checkTarget, type Self } from './check-target.ts';
import { decodeBody } from './decode-body.ts';
import type { EgressAllow } from './egress-allow.ts';
import { EgressError } from './egress-error.ts';
import type { EgressRequest, EgressResponse, MailTarget } from './egress-request.ts';
import { exchange, type Hop, type HopAnswer } from './exchange.ts';
import { followRedirects } from './follow-redirects.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { openAgents } from './open-agents.ts';
import { type Resolve, resolveTarget } from './resolve-target.ts';
import { Slots } from './slots.ts';

export { EgressError } from './egress-error.ts';

/** The way out: nothing else in the server connects to anything but its database. */
export interface Egress {
  /** Only looks where a URL leads; the name is resolved, nothing is connected. @throws EgressError */
  check(url: string, options?: { hasSecret?: boolean }): Promise<void>;
  /** Sends once, and reads the whole answer; whether it is good is not judged. @throws EgressError */
  send(request: EgressRequest): Promise<EgressResponse>;
  /**
   * For answers that stream: no limits of its own but the guard, ends by `init.signal`, takes a URL and a body of text or
   * bytes, follows no redirect. @throws EgressError, or the reason of the signal
   */
  fetch: typeof globalThis.fetch;
  /** The same for requests that carry a secret: https only, unless the operator allows the host. */
  secretFetch: typeof globalThis.fetch;
  /**
   * A connection to a mail server, before any TLS, for who speaks SMTP over it and ends it. To the ports 465 and 587 only, and what
   * the operator names. @throws EgressError
   */
  connectMail(target: MailTarget): Promise<Socket>;
  /** What is under way fails with `aborted`. */
  close(): Promise<void>;
}

interface EgressOptions {
  /** EGRESS_ALLOW. */
  allow?: EgressAllow;
  self?: () => Self;
  /** EGRESS_PROXY: everything goes through it, and it resolves the names. */
  proxy?: string | undefined;
  resolve?: Resolve;
  /** Milliseconds. */
  times?: Partial<typeof TIMES>;
  log?: Log;
}

const TIMES = { dnsMs: 5_000, connectMs: 5_000, firstByteMs: 10_000, idleMs: 10_000, totalMs: 30_000 };

export function createEgress(options: EgressOptions = {}): Egress {
  const { allow = [], self = () => ({ origins: [], port: null }), proxy, resolve, log } = options;
  const times = { ...TIMES, ...options.times };
  const policy = { allow, self, resolve, dnsMs: times.dnsMs };
  const agents = openAgents(policy, times.connectMs, proxy);
  const slots = new Slots();

  const check = (url: string, hasSecret: boolean) => checkTarget(url, policy, hasSecret).url;
  async function checkResolved(url: string, hasSecret = false): Promise<void> {
    const target = checkTarget(url, policy, hasSecret);
    if (proxy === undefined) await resolveTarget(target, policy);
  }

  async function sendHop(
    hop: Hop,
    { workspaceId, maxBytes = 1_048_576, firstByteMs = times.firstByteMs, isLast }: EgressRequest,
    signal: AbortSignal,
  ) {
    const release = await slots.take(workspaceId, hop.url.hostname, signal);
    try {
      const agent = hop.method === 'GET' || hop.method === 'HEAD' ? agents.kept : agents.fresh;
      // What does not get smaller by its coding may come a little larger.
      const answer = await exchange(agent, hop, {
        ...times,
        firstByteMs,
        maxBytes: maxBytes + 65_536,
        signal,
        isLast,
      });
      return await decode(answer, maxBytes);
    } finally {
      release();
    }
  }

  async function send(request: EgressRequest): Promise<EgressResponse> {
    const startedAt = performance.now();
    const deadline = startDeadline(request.totalMs ?? times.totalMs, request.signal);
    try {
      const complete = {
        ...request,
        method: checkMethod(request.method),
        headers: completeHeaders(request.headers),
      };
      const steps = { check, checkResolved, send: (hop: Hop) => sendHop(hop, request, deadline.signal) };
      const answer = await followRedirects(complete, steps);
      return { ...answer, ms: Math.round(performance.now() - startedAt) };
    } catch (error) {
      if (error instanceof EgressError) logFailure(log, request.url, error);
      throw error;
    } finally {
      deadline.end();
    }
  }

  async function connectMail({ host, port, isPlain, workspaceId, signal }: MailTarget): Promise<Socket> {
    const url = `${isPlain ? 'http' : 'https'}://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`;
    try {
      const target = checkTarget(url, policy, true, 'mail');
      const release = await slots.take(workspaceId, target.host, signal);
      const socket = await agents.connect(target).catch((error) => {
        release();
        throw error;
      });
      socket.once('close', release);
      return socket;
    } catch (error) {
      if (error instanceof EgressError) logFailure(log, url, error);
      throw error;
    }
  }

  return {
    check: (url, { hasSecret = false } = {}) => checkResolved(url, hasSecret),
    send,
    fetch: guardedFetch(agents.kept, (url) => check(url, false)),
    secretFetch: guardedFetch(agents.kept, (url) => check(url, true)),
    connectMail,
    close: async () => {
      await Promise.all([agents.kept.destroy(), agents.fresh.destroy()]);
    },
  };
}

async function decode(answer: HopAnswer, maxBytes: number): Promise<HopAnswer> {
  return {
    ...answer,
    body: await decodeBody(answer.body, answer.headers.get('content-encoding') ?? '', maxBytes),
  };
}

function checkMethod(method: string): string {
  if (!/^[A-Z]+$/.test(method) || ['CONNECT', 'TRACE'].includes(method)) throw new EgressError('method');
  return method;
}

function completeHeaders(headers: EgressRequest['headers']): EgressRequest['headers'] {
  checkHeaders(headers);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...headers, ...DEFAULT_HEADERS.filter(([name]) => !names.has(name))];
}

const DEFAULT_HEADERS: EgressRequest['headers'] = [
  ['accept', '*/*'],
  ['accept-encoding', 'gzip, deflate, br'],
  ['user-agent', 'Bellhop'],
];

/** One signal for the caller's and for the time, which says by an EgressError which of them it was. */
function startDeadline(ms: number, caller: AbortSignal | undefined): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new EgressError('aborted', { cause: caller?.reason }));
  const timer = setTimeout(() => controller.abort(new EgressError('timeout')), ms);
  if (ms <= 0) controller.abort(new EgressError('timeout'));
  if (caller?.aborted) giveUp();
  caller?.addEventListener('abort', giveUp);
  const end = () => {
    clearTimeout(timer);
    caller?.removeEventListener('abort', giveUp);
  };
  return { signal: controller.signal, end };
}

/** The exact cause is for the operator alone; of the URL, no more than the host. */
function logFailure(log: Log | undefined, url: string, { reason, cause }: EgressError): void {
  const host = URL.canParse(url) ? new URL(url).host : null;
  const err = cause instanceof Error ? { err: cause } : {};
  log?.info({ host, reason, ...err }, 'a request to the outside failed');
}
