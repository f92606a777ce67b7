import { expect, it } from 'vitest';
import type { Entry } from '../../../contract/entry.ts';
import { type ChatState, INITIAL_STATE } from './chat-state.ts';
import { createReading } from './reading.ts';
import type { Storage } from './storage.ts';
import { createStore } from './store.ts';

function open(readCursor: string) {
  const store = createStore<ChatState>({ ...INITIAL_STATE, readCursor });
  const kept: Record<string, string> = {};
  const set = (name: string, value: string) => {
    kept[name] = value;
  };
  return { store, kept, reading: createReading(store, { set } as Storage) };
}

/** What the agent says, from 1 on; the last one's number is the cursor of all. */
function said(count: number): Partial<ChatState> {
  const entries = Array.from({ length: count }, (_, index) => ({
    id: `e${index + 1}`,
    cursor: String(index + 1),
    author: { type: 'agent', name: 'Ada' },
  })) as Entry[];
  return { phase: 'ready', timeline: { ...INITIAL_STATE.timeline, entries, cursor: String(count) } };
}

it('marks where the news begin for whoever comes back', () => {
  const { store, kept, reading } = open('2');
  reading.look();
  store.set(said(4));
  reading.markRead();
  expect(store.get().newFrom).toBe('e3');
  expect(kept).toEqual({ read: '4' });
});

it('marks nothing where nothing was ever read, even if it comes before the chat is ready', () => {
  const { store, kept, reading } = open(INITIAL_STATE.readCursor);
  reading.look();
  reading.markRead();
  expect(kept).toEqual({});
  store.set(said(1));
  reading.markRead();
  expect(store.get().newFrom).toBeNull();
  store.set(said(2));
  reading.markRead();
  expect(store.get().newFrom).toBeNull();
  expect(kept).toEqual({ read: '2' });
});
