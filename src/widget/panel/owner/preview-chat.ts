import type { PanelConfig } from '../../../contract/widget/widget-config.ts';
import { DEFAULT_LOOK } from '../../../contract/widget/widget-look.ts';
import type { Chat } from '../state/chat.ts';
import type { ChatState } from '../state/chat-state.ts';
import type { Store } from '../state/store.ts';

/** A conversation that nobody is in: the owner looks at it while they change how it looks. */
export function createPreviewChat(
  store: Store<ChatState>,
  { id, name, language }: PanelConfig['agent'],
  { greeting, starters }: NonNullable<PanelConfig['preview']>,
): Chat {
  store.set({ phase: 'ready', agent: { id, name, language, greeting, starters, theme: DEFAULT_LOOK } });
  const { get, subscribe } = store;
  const nothing = () => {};
  return {
    ...{ get, subscribe, start: nothing, retry: nothing, send: nothing, settle: nothing },
    ...{ identify: nothing, shutdown: nothing, keepDraft: nothing, look: nothing, markRead: nothing },
    act: async () => null,
    readDraft: () => '',
    token: () => '',
  };
}
