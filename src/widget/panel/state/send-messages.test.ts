import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewMessage } from '../../../contract/widget/session.ts';
import { INITIAL_STATE } from './chat-state.ts';
import { createSender } from './send-messages.ts';
import { createStorage } from './storage.ts';
import { createStore } from './store.ts';

/** What the server answers, one after the other; then it takes everything. */
let answers: ({ status: number; code: string; retryAfter?: number } | 'no network')[];
let posted: NewMessage[];

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  posted = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    posted.push(JSON.parse(body));
    const answer = answers.shift();
    if (answer === 'no network') throw new TypeError('Failed to fetch');
    if (!answer) return Response.json({ entry: { id: 'entry', clientId: JSON.parse(body).clientId } });
    const headers: Record<string, string> = answer.retryAfter
      ? { 'retry-after': `${answer.retryAfter}` }
      : {};
    return Response.json({ error: { code: answer.code, message: '' } }, { status: answer.status, headers });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('sends one message after the other and forgets what was taken', async () => {
    const { sender, store, storage } = setUp();
    sender.send('one');
    sender.send('two');
    await vi.runAllTimersAsync();
    expect(posted.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(store.get().pending).toEqual([]);
    expect(storage.names('outbox:')).toEqual([]);
  });

  it('repeats an unsent message with the same clientId, and keeps the order', async () => {
    answers = ['no network', { status: 503, code: 'unavailable' }, { status: 500, code: 'internal' }];
    const { sender, store } = setUp();
    sender.send('one');
    sender.send('two');
    await vi.advanceTimersByTimeAsync(0);
    expect(store.get().pending.map(({ state }) => state)).toEqual(['failed', 'waiting']);
    await vi.runAllTimersAsync();
    expect(posted.map(({ text }) => text)).toEqual(['one', 'one', 'one', 'one', 'two']);
    expect(new Set(posted.map(({ clientId }) => clientId)).size).toBe(2);
  });

  it('keeps what is unsent for the next page, with its clientId', async () => {
    answers = ['no network'];
    const before = setUp();
    before.sender.send('one');
    await vi.advanceTimersByTimeAsync(0);
    const [first] = posted;
    posted = [];

    const after = setUp(before.storage);
    after.sender.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(posted).toEqual([first]);
  });

  it('waits as long as the server asks, and says until when', async () => {
    answers = [{ status: 429, code: 'rate_limited', retryAfter: 40 }];
    const { sender, store } = setUp();
    sender.send('one');
    await vi.advanceTimersByTimeAsync(0);
    expect(store.get().waitUntil).toBe(Date.now() + 40_000);
    expect(store.get().pending[0]?.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(39_000);
    expect(posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posted).toHaveLength(2);
  });

  it('shows a message that the server does not want, and sends the others', async () => {
    answers = [{ status: 422, code: 'invalid' }];
    const { sender, store, storage } = setUp();
    sender.send('one');
    sender.send('two');
    await vi.runAllTimersAsync();
    expect(store.get().pending.map(({ text, state }) => [text, state])).toEqual([['one', 'refused']]);
    expect(storage.names('outbox:')).toEqual([]);
  });

  it('keeps the message when the session is over', async () => {
    answers = [{ status: 401, code: 'invalid_credential' }];
    const { sender, store, onExpired } = setUp();
    sender.send('one');
    await vi.runAllTimersAsync();
    expect(onExpired).toHaveBeenCalledWith('token');
    expect(store.get().pending).toHaveLength(1);
  });
});

function setUp(storage = memoryStorage()) {
  const store = createStore(INITIAL_STATE);
  const onExpired = vi.fn();
  const sender = createSender(store, storage, { token: () => 'token', onSent: () => {}, onExpired });
  return { sender, store, storage, onExpired };
}

function memoryStorage() {
  return createStorage('agent', null);
}
