import { type ChatState, INITIAL_STATE, listUnread } from './chat-state.ts';
import type { Storage } from './storage.ts';
import type { Store } from './store.ts';

export interface Reading {
  /** The visitor begins to look: what they have not seen is new to them. */
  look(): void;
  /** Everything on screen is seen. */
  markRead(): void;
}

/** Remembers up to where the visitor has seen the conversation, and where the news began when they came. */
export function createReading(store: Store<ChatState>, storage: Storage): Reading {
  let begins = false;
  return {
    look() {
      begins = true;
    },
    markRead() {
      const state = store.get();
      // Before that nothing is on screen, however much has come.
      if (state.phase !== 'ready') return;
      const { cursor } = state.timeline;
      const newFrom = begins ? findNews(state) : state.newFrom;
      begins = false;
      if (cursor === state.readCursor && newFrom === state.newFrom) return;
      storage.set('read', cursor);
      store.set({ readCursor: cursor, newFrom });
    },
  };
}

/** Where nothing was ever read all of it is new, and a mark above everything says nothing. */
function findNews(state: ChatState): string | null {
  if (state.readCursor === INITIAL_STATE.readCursor) return null;
  return listUnread(state)[0]?.id ?? null;
}
