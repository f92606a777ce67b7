import { createParser } from 'eventsource-parser';
import { HEARTBEAT_SECONDS, type StreamEvent } from '../../../contract/widget/stream.ts';
import { openStream, RequestFailed } from './request.ts';
import { backoff, createWaiter } from './wait.ts';

export interface StreamListener {
  cursor(): string;
  onOpen(): void;
  onEvent(event: StreamEvent): void;
  /** The connection is lost, `failures` times in a row; another try follows by itself. */
  onDown(failures: number): void;
  /** The token is no longer good: nothing follows. */
  onExpired(): void;
}

/** Two heartbeats and a breath without a byte: the line is dead, whatever the socket says. */
const SILENCE = (2 * HEARTBEAT_SECONDS + 10) * 1_000;
/** A tab in the background gives its connection back: browsers allow six for all tabs together. */
const HIDDEN = 60_000;

/** Follows the conversation's events for good: resumes after every gap. Returns how to stop. */
export function followStream(token: string, listener: StreamListener): () => void {
  const waiter = createWaiter();
  let connection = new AbortController();
  let stopped = false;
  let failures = 0;
  let hiddenTimer: ReturnType<typeof setTimeout>;

  async function run() {
    while (!stopped) {
      let pause = 0;
      try {
        connection = new AbortController();
        await readStream();
      } catch (error) {
        if (stopped) return;
        if (!(error instanceof RequestFailed)) throw error;
        if (['invalid_credential', 'missing_credential'].includes(error.code)) return listener.onExpired();
        pause = error.retryAfter ?? 0;
      }
      if (stopped) return;
      failures += 1;
      listener.onDown(failures);
      await waiter.wait(document.hidden ? 2 ** 31 - 1 : Math.max(pause, backoff(failures)));
    }
  }

  async function readStream() {
    const { signal } = connection;
    let watchdog = setTimeout(() => connection.abort(), SILENCE);
    try {
      const { body } = await openStream(listener.cursor(), token, signal);
      const parser = createParser({
        onEvent: ({ event, data }) => listener.onEvent({ event, data: JSON.parse(data) } as StreamEvent),
      });
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      failures = 0;
      listener.onOpen();
      for (;;) {
        // A body that breaks off rejects with the browser's own error; it ends like one that ends.
        const part = await reader?.read().catch(() => undefined);
        if (!part || part.done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), SILENCE);
        parser.feed(part.value);
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  const onOnline = () => waiter.wake();
  const onVisibility = () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = setTimeout(() => connection.abort(), HIDDEN);
    else waiter.wake();
  };
  addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisibility);
  void run();

  return () => {
    stopped = true;
    connection.abort();
    waiter.wake();
    clearTimeout(hiddenTimer);
    removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
