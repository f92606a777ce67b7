import { CONNECT, type ToHost, type ToPanel } from '../../contract/widget/embed.ts';

/** The build puts the style sheet in. */
declare const FRAME_CSS: string;

/** Milliseconds that the panel has to answer before the visitor is told. */
const PATIENCE = 8_000;

export interface ChatFrame {
  /** Creates the frame; does nothing when it exists. */
  load(): void;
  /** Shows the panel as soon as it has answered. */
  open(): void;
  close(): void;
  toggle(): void;
  // Each of these is delivered when the panel is ready.
  /** Sends the text as the visitor, and shows the panel. */
  say(text: string): void;
  identify(token: string): void;
  /** Hides the panel and forgets the visitor. */
  shutdown(): void;
}

/** `waiting`: for the panel's first answer. `silent`: none came; the next `open` tries again. */
export type FrameState = 'waiting' | 'silent' | 'open' | 'closed';

/**
 * The dialog with the panel's cross-origin frame, in the widget's shadow root: loading, handshake, floating on a
 * desktop, modal on a phone. A file of its own: the loader fetches it when the visitor shows intent.
 */
export function createChatFrame(
  root: ShadowRoot,
  url: URL,
  title: string,
  onMessage: (message: ToHost) => void,
  onState: (state: FrameState) => void,
  /** The token that says who the visitor is, when the panel is there to hear it. */
  identity: () => string | undefined,
): ChatFrame {
  const dialog = document.createElement('dialog');
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort;
  let timer: ReturnType<typeof setTimeout>;
  let ready = false;
  let wanted = false;
  let shown = false;
  let held: ToPanel[] = [];

  function load() {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = title;
    frame.src = url.href;
    frame.onload = connect;
    dialog.append(frame);
    timer = setTimeout(giveUp, PATIENCE);
  }

  function connect() {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = receive;
    frame?.contentWindow?.postMessage(CONNECT, url.origin, [channel.port2]);
    const page = { url: location.href, title: document.title, language: document.documentElement.lang };
    send({ type: 'init', page, open: wanted, modal: isPhone(), identity: identity() });
  }

  function receive({ data }: MessageEvent<ToHost>) {
    if (data.type === 'ready') {
      clearTimeout(timer);
      ready = true;
      for (const message of held) send(message);
      held = [];
      if (wanted) show();
    }
    if (data.type === 'close') close();
    onMessage(data);
  }

  function giveUp() {
    frame?.remove();
    frame = undefined;
    if (wanted) onState('silent');
  }

  function open() {
    wanted = true;
    load();
    if (ready) show();
    else onState('waiting');
  }

  function show() {
    const modal = isPhone();
    if (!dialog.open) {
      // What is inert gets no focus: a preview, whose address alone has a query, stands beside a form, and leaves it there.
      dialog.inert = url.search !== '';
      if (modal) dialog.showModal();
      else dialog.show();
      dialog.inert = false;
    }
    shown = true;
    followKeyboard();
    send({ type: 'opened', modal });
    onState('open');
  }

  function close() {
    dialog.close();
    settle();
    if (!ready) onState('closed');
  }

  /** After every way of closing: ours, and a phone's Escape or Back, which close the dialog by themselves. */
  function settle() {
    wanted = false;
    if (!shown) return;
    shown = false;
    send({ type: 'closed' });
    onState('closed');
  }

  function send(message: ToPanel) {
    port.postMessage(message);
  }

  function post(message: ToPanel) {
    if (ready) send(message);
    else held.push(message);
  }

  // On a phone the panel covers what the keyboard leaves free.
  function followKeyboard() {
    const view = dialog.matches(':modal') && visualViewport;
    dialog.style.height = view ? `${view.height}px` : '';
    dialog.style.translate = view ? `0 ${view.offsetTop}px` : '';
  }

  dialog.ariaLabel = title;
  dialog.onclose = () => {
    // Told a moment later; by then it may be open again.
    if (!dialog.open) settle();
  };
  visualViewport?.addEventListener('resize', followKeyboard);
  visualViewport?.addEventListener('scroll', followKeyboard);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FRAME_CSS);
  root.adoptedStyleSheets.push(sheet);
  // Before the launcher, so that Tab goes from the panel to the button that closes it.
  root.prepend(dialog);

  return {
    load,
    open,
    close,
    toggle: () => (wanted && ready ? close() : open()),
    say(text) {
      open();
      post({ type: 'send', text });
    },
    identify: (token) => post({ type: 'identify', token }),
    shutdown() {
      close();
      load();
      post({ type: 'shutdown' });
    },
  };
}

function isPhone(): boolean {
  return matchMedia('(max-width: 480px)').matches;
}
