import type { HostEvent, ToHost } from '../../contract/widget/embed.ts';
import type { LoaderConfig } from '../../contract/widget/widget-config.ts';
import type { ChatFrame, FrameState } from '../frame/chat-frame.ts';
import { pickLanguage } from '../pick-language.ts';
import { installHostApi } from './host-api.ts';
import { importFrame } from './import-frame.ts';
import { createLauncher } from './launcher.ts';
import { createPageMemory } from './page-memory.ts';
import { LOADER_TEXTS, type LoaderTexts } from './texts.ts';

/** The server calls the loader with the agent; the build puts the style sheet in. */
declare const BELLHOP_AGENT: LoaderConfig;
declare const LOADER_CSS: string;

const TAG = 'bellhop-widget';
const script = document.currentScript as HTMLScriptElement | null;

// A second tag on the same page changes nothing.
if (script && !customElements.get(TAG)) {
  customElements.define(TAG, class extends HTMLElement {});
  const start = () => startWidget(BELLHOP_AGENT, script.src, script.dataset.identity);
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
}

function startWidget(
  { id, title, language, style, teaser = '', openOn, hideLauncher }: LoaderConfig,
  base: string,
  identity: string | undefined,
) {
  const tag = pickLanguage(LOADER_TEXTS, language, document.documentElement.lang);
  const texts = LOADER_TEXTS[tag] as LoaderTexts;
  const memory = createPageMemory(id);
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(texts, () => use((chat) => chat.toggle()), dismissTeaser);
  const corner = launcher.root;
  let chat: Promise<ChatFrame> | undefined;
  let isOpen = false;
  let emit: (name: HostEvent, detail?: unknown) => void = () => {};

  /** What needs the panel's frame; the first use fetches it. */
  function use(act: (frame: ChatFrame) => void) {
    // Their session may begin, and the page be gone, before the frame can tell: whoever signs out next has to end it.
    if (identity) memory.set('started');
    chat ??= importFrame(base).then(({ createChatFrame }) =>
      createChatFrame(root, new URL(`/widget/frame/${id}`, base), title, onMessage, onState, () => identity),
    );
    chat.then(act, () => {
      chat = undefined;
      onState('silent');
    });
  }

  function onMessage(message: ToHost) {
    if (message.type === 'started') memory.set('started');
    if (message.type === 'unread') launcher.draw({ unread: message.count });
    if (message.type === 'event') emit(message.name, message.detail);
  }

  function onState(state: FrameState) {
    const open = state === 'open';
    launcher.draw({ open, busy: state === 'waiting' });
    if (open) dismissTeaser();
    if (state === 'silent') launcher.say(texts.silent);
    if (open !== isOpen) emit(open ? 'open' : 'close');
    isOpen = open;
  }

  function dismissTeaser() {
    launcher.say('');
    memory.set('hinted');
  }

  const load = () => use((chat) => chat.load());
  const open = () => use((chat) => chat.open());
  const close = () => chat && use((chat) => chat.close());

  launcher.draw({});
  launcher.say(teaser && !memory.has('hinted') ? teaser : '');
  corner.hidden = !!hideLauncher;
  corner.onpointerenter = load;
  corner.addEventListener('focusin', load);
  host.lang = tag;
  host.style.cssText = style;
  host.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  let opener = openOn;
  try {
    document.querySelector(opener || '*');
  } catch {
    console.warn(`Bellhop: "${opener}" is no selector.`);
    opener = '';
  }
  document.addEventListener('click', (event) => {
    if (opener && (event.target as Element).closest?.(opener)) {
      event.preventDefault();
      open();
    }
  });
  // Unlike a style element, a constructed sheet is allowed under every content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOADER_CSS);
  root.adoptedStyleSheets = [sheet];
  root.append(corner);
  document.body.append(host);
  // A visitor with a conversation sees what is unread. Later: the first look into storage stops the page for a moment.
  setTimeout(() => memory.has('started') && load());

  emit = installHostApi({
    open,
    close,
    show() {
      corner.hidden = false;
    },
    hide() {
      corner.hidden = true;
    },
    send: (text) => use((chat) => chat.say(text)),
    identify(token) {
      identity = token;
      if (chat) use((chat) => chat.identify(token));
    },
    shutdown() {
      identity = undefined;
      if (!chat && !memory.has('started')) return;
      memory.remove('started');
      use((chat) => chat.shutdown());
    },
  });
}
