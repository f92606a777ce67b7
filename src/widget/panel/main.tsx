import { render } from 'preact';
import type { PageInfo } from '../../contract/widget/session.ts';
import type { PanelConfig } from '../../contract/widget/widget-config.ts';
import { applyLook } from './apply-look.ts';
import { connectHost, type HostLink } from './host-link.ts';
import { keepFocus } from './keep-focus.ts';
import { createFixedStorage } from './owner/fixed-storage.ts';
import { createPreviewChat } from './owner/preview-chat.ts';
import { type Chat, createChat } from './state/chat.ts';
import { type ChatState, INITIAL_STATE } from './state/chat-state.ts';
import { createStore } from './state/store.ts';
import { tellHost } from './tell-host.ts';
import { loadTexts } from './texts/load-texts.ts';
import { Panel } from './view/panel.tsx';

const { mode, agent, preview } = JSON.parse(
  document.getElementById('config')?.textContent ?? '',
) as PanelConfig;

/** Set by the build, once each way: what only the owner's own pages show is no part of what visitors load. */
declare const IS_OWNERS: boolean;

if (mode === 'page') void startPage();
else void connectHost().then(startFrame);

async function startPage() {
  const chat = await show({ url: location.href, title: document.title });
  chat.start(true);
  chat.look();
  chat.subscribe(chat.markRead);
}

function startFrame(host: HostLink) {
  let chat: Promise<Chat> | undefined;
  let open = false;
  let modal = false;

  function look(current: Chat) {
    current.start(true);
    current.look();
    current.markRead();
    if (IS_OWNERS && preview) return;
    // On a phone the keyboard would cover half of what the visitor came to read.
    document.getElementById(modal ? 'panel' : 'compose')?.focus();
  }

  host.listen(async (message) => {
    // A preview stands beside a form: it takes no focus from there, and keeps none.
    if (IS_OWNERS && preview && 'modal' in message) message.modal = false;
    if (message.type === 'init') {
      ({ modal } = message);
      const { page, identity, session } = message;
      const way = IS_OWNERS && session ? { session } : { onClose: () => host.post({ type: 'close' }) };
      chat = show(page, { identity, ...way });
      const current = await chat;
      // Whoever hands over a session shows the panel from the start, beside something else that has the focus.
      if (IS_OWNERS) open = session !== undefined;
      tellHost(host, current);
      keepFocus(
        () => modal,
        () => host.post({ type: 'close' }),
      );
      current.subscribe(() => open && current.markRead());
      current.start(false);
      host.post({ type: 'event', name: 'ready' });
      host.post({ type: 'ready' });
      return;
    }
    const current = await chat;
    if (!current) return;
    if (message.type === 'opened') {
      open = true;
      ({ modal } = message);
      look(current);
    }
    if (message.type === 'closed') open = false;
    if (message.type === 'send') current.send(message.text);
    if (message.type === 'identify') current.identify(message.token);
    if (message.type === 'shutdown') {
      current.shutdown();
      if (open) current.start(true);
    }
  });
}

interface ShowOptions {
  identity?: string | undefined;
  session?: string;
  onClose?: () => void;
}

function openChat(page: PageInfo, identity?: string, session?: string): Chat {
  if (IS_OWNERS && preview) return createPreviewChat(createStore<ChatState>(INITIAL_STATE), agent, preview);
  const storage = IS_OWNERS && session ? createFixedStorage(session) : undefined;
  return createChat(agent.id, page, identity, storage);
}

async function show(page: PageInfo, { identity, session, onClose }: ShowOptions = {}): Promise<Chat> {
  const language = await loadTexts(agent.language, page.language);
  applyLook(agent, language);
  const chat = openChat(page, identity, session);
  const root = document.getElementById('panel') as HTMLElement;
  render(<Panel chat={chat} agent={agent} t={language.t} onClose={onClose} />, root);
  return chat;
}
