import type { Entry } from '../../../contract/entry.ts';
import type { NewMessage } from '../../../contract/widget/session.ts';
import type { ChatState } from './chat-state.ts';
import { createOutbox, type PendingMessage } from './outbox.ts';
import { randomId } from './random-id.ts';
import { post, RequestFailed } from './request.ts';
import type { Storage } from './storage.ts';
import type { Store } from './store.ts';
import { backoff, createWaiter } from './wait.ts';

export interface Sender {
  send(text: string): void;
  /** Sends what is unsent, now. */
  flush(): void;
  /** The conversation has this message, or the visitor gave it up. */
  settle(clientId: string): void;
  clear(): void;
}

/** Sends the visitor's messages one after the other; an unsent one is kept and retried with the same `clientId`. */
export function createSender(
  store: Store<ChatState>,
  storage: Storage,
  session: { token(): string | null; onSent(entry: Entry): void; onExpired(token: string): void },
): Sender {
  const outbox = createOutbox(storage);
  const waiter = createWaiter();
  let running = false;

  function send(text: string) {
    const message: PendingMessage = { clientId: randomId(), text, at: Date.now(), state: 'waiting' };
    outbox.save(message);
    store.set({ pending: [...store.get().pending, message] });
    flush();
  }

  function flush() {
    adoptStored();
    if (running) return waiter.wake();
    running = true;
    void sendAll().finally(() => {
      running = false;
    });
  }

  /** Messages that this browser kept from before. */
  function adoptStored() {
    const { pending } = store.get();
    const kept = outbox
      .load()
      .filter(({ clientId }) => !pending.some((known) => known.clientId === clientId));
    if (kept.length > 0) store.set({ pending: [...kept, ...pending] });
  }

  async function sendAll() {
    for (let failures = 0; ; ) {
      const token = session.token();
      const next = store.get().pending.find(({ state }) => state !== 'refused');
      if (!token || !next) return;
      try {
        const body: NewMessage = { clientId: next.clientId, text: next.text };
        const { entry } = await post<{ entry: Entry }>('/messages', body, token);
        failures = 0;
        session.onSent(entry);
        settle(next.clientId);
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        if (error.code === 'invalid_credential') return session.onExpired(token);
        if (!error.passing) {
          outbox.remove(next.clientId);
          mark(next, 'refused');
          continue;
        }
        failures += 1;
        const pause = error.retryAfter ?? backoff(failures);
        if (error.code === 'rate_limited') store.set({ waitUntil: Date.now() + pause });
        // Without a network it only waits: there is nothing that the visitor could try.
        else if (navigator.onLine !== false) mark(next, 'failed');
        await waiter.wait(pause);
      }
    }
  }

  function mark({ clientId }: PendingMessage, state: PendingMessage['state']) {
    store.set({
      pending: store
        .get()
        .pending.map((message) => (message.clientId === clientId ? { ...message, state } : message)),
    });
  }

  function settle(clientId: string) {
    outbox.remove(clientId);
    const { pending } = store.get();
    const rest = pending.filter((message) => message.clientId !== clientId);
    if (rest.length < pending.length) store.set({ pending: rest });
  }

  function clear() {
    for (const { clientId } of [...outbox.load(), ...store.get().pending]) settle(clientId);
  }

  return { send, flush, settle, clear };
}
