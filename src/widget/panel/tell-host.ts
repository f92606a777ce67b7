import type { HostLink } from './host-link.ts';
import type { Chat } from './state/chat.ts';
import { listUnread } from './state/chat-state.ts';

/** What comes into an open chat is read at once: a page's badge must not blink for it. */
const SETTLE_MS = 100;

/** Tells the page around the frame what it can show or listen to. */
export function tellHost(host: HostLink, chat: Chat): void {
  let unread = 0;
  let settled: ReturnType<typeof setTimeout> | undefined;
  let started = false;
  let { arrived, identity, forgotten } = chat.get();
  const tellUnread = () => {
    const count = listUnread(chat.get()).length;
    if (count === unread) return;
    unread = count;
    host.post({ type: 'unread', count });
    host.post({ type: 'event', name: 'unread', detail: count });
  };
  chat.subscribe(() => {
    const state = chat.get();
    clearTimeout(settled);
    settled = setTimeout(tellUnread, SETTLE_MS);
    if (state.forgotten !== forgotten) started = false;
    forgotten = state.forgotten;
    // Who is signed in has something to be signed out of, though they never wrote.
    if (!started && (state.timeline.entries.length > 0 || state.identity?.isVerified)) {
      started = true;
      host.post({ type: 'started' });
    }
    if (state.identity && state.identity !== identity)
      host.post({ type: 'event', name: 'identity', detail: state.identity });
    identity = state.identity;
    if (state.arrived && state.arrived !== arrived) {
      const { author, card } = state.arrived;
      host.post({ type: 'event', name: 'message', detail: { author: author.type } });
      if (card) host.post({ type: 'event', name: 'card', detail: { kind: card.kind, state: card.state } });
    }
    arrived = state.arrived;
  });
}
