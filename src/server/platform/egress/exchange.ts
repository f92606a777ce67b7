import type { Dispatcher } from 'undici';
import { EgressError, type EgressReason } from './egress-error.ts';

/** One request to one place. */
export interface Hop {
  method: string;
  url: URL;
  headers: [name: string, value: string][];
  body: string | Uint8Array | null;
}

export interface HopAnswer {
  status: number;
  headers: Map<string, string>;
  body: Uint8Array;
}

interface Limits {
  /** Bytes of the body as it comes. */
  maxBytes: number;
  firstByteMs: number;
  idleMs: number;
  isLast?: ((chunk: Uint8Array) => boolean) | undefined;
  /** Aborted with an EgressError that says why. */
  signal: AbortSignal;
}

/**
 * Sends a request once, whatever happens to the connection, and reads the whole answer.
 * @throws EgressError whose `maybeSent` is exact: undici starts a request in the moment in which it writes it
 */
export function exchange(agent: Dispatcher, hop: Hop, limits: Limits): Promise<HopAnswer> {
  const { signal, maxBytes, firstByteMs, idleMs, isLast } = limits;
  return new Promise((resolve, reject) => {
    let running: Dispatcher.DispatchController | null = null;
    let isOver = false;
    const chunks: Uint8Array[] = [];
    let size = 0;
    let head = { status: 0, headers: new Map<string, string>() };

    const end = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener('abort', giveUp);
      settle();
    };
    const fail = (error: Error) => {
      const cause = error instanceof EgressError ? error.cause : error;
      end(() => reject(new EgressError(reasonOf(error), { maybeSent: running !== null, cause })));
      running?.abort(error);
    };
    const giveUp = () => fail(signal.reason as Error);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        // Given up while it waited for its connection, or begun before: it must not go out now.
        if (isOver || running) return controller.abort(new Error('the request is over'));
        running = controller;
      },
      onResponseStart(_controller, status, headers) {
        if (status >= 200) head = { status, headers: readHeaders(headers) };
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > maxBytes) return fail(new EgressError('too_large'));
        chunks.push(chunk);
        if (!isLast?.(chunk)) return;
        end(() => resolve({ ...head, body: Buffer.concat(chunks) }));
        running?.abort(new Error('the rest is not needed'));
      },
      onResponseEnd() {
        end(() => resolve({ ...head, body: Buffer.concat(chunks) }));
      },
      onResponseError(_controller, error) {
        fail(error);
      },
    };
    agent.dispatch(
      {
        origin: hop.url.origin,
        path: `${hop.url.pathname}${hop.url.search}`,
        method: hop.method,
        headers: hop.headers.flat(),
        body: hop.body,
        headersTimeout: firstByteMs,
        bodyTimeout: idleMs,
      },
      handler,
    );
  });
}

function readHeaders(headers: Record<string, string | string[] | undefined>): Map<string, string> {
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return new Map(pairs);
}

/** The one word for what undici, the connector or the caller's signal said. */
export function reasonOf(error: unknown): EgressReason {
  if (error instanceof EgressError) return error.reason;
  return REASONS[String((error as { code?: unknown }).code)] ?? 'reset';
}

const REASONS: Record<string, EgressReason> = {
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too_large',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_CLOSED: 'aborted',
  // Only a proxy ends in these: there was no way through it.
  UND_ERR_ABORTED: 'connect',
  UND_ERR_PRX_CONN: 'connect',
  UND_ERR_PRX_TLS: 'tls',
  ECONNREFUSED: 'connect',
  ENOTFOUND: 'connect',
};
