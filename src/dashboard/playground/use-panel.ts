import { type RefObject, useEffect, useRef, useState } from 'react';
import { CONNECT, type ToHost, type ToPanel } from '../../contract/widget/embed.ts';
import type { PageInfo } from '../../contract/widget/session.ts';

interface PanelOptions {
  /** The session of the visitor that is played. */
  token: string;
  page: PageInfo;
  /** Something was said, by whomever. */
  onActivity: () => void;
}

interface PanelLink {
  /** For the frame with the panel in it. */
  frame: RefObject<HTMLIFrameElement | null>;
  isReady: boolean;
  /** Sends as the visitor. */
  say(text: string): void;
}

/** Speaks to the panel in a frame as the loader on a visitor's page does. */
export function usePanel({ token, page, onActivity }: PanelOptions): PanelLink {
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<MessagePort>(null);
  const [isReady, setReady] = useState(false);
  const latest = useRef({ page, onActivity });
  latest.current = { page, onActivity };

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const connect = () => {
      // A frame that has nothing in it yet would throw the message away, and the port with it.
      if (element.contentWindow?.location.pathname === 'blank') return;
      const channel = new MessageChannel();
      port.current = channel.port1;
      channel.port1.onmessage = ({ data }: MessageEvent<ToHost>) => {
        if (data.type === 'ready') setReady(true);
        const isSaid = data.type === 'event' && (data.name === 'message' || data.name === 'card');
        if (isSaid || data.type === 'started') latest.current.onActivity();
      };
      element.contentWindow?.postMessage(CONNECT, location.origin, [channel.port2]);
      post({ type: 'init', page: latest.current.page, open: true, modal: false, session: token });
    };
    const post = (message: ToPanel) => port.current?.postMessage(message);
    if (element.contentDocument?.readyState === 'complete' && element.contentDocument.URL !== 'about:blank')
      connect();
    element.addEventListener('load', connect);
    return () => {
      element.removeEventListener('load', connect);
      port.current?.close();
    };
  }, [token]);

  return {
    frame,
    isReady,
    say: (text) => port.current?.postMessage({ type: 'send', text } satisfies ToPanel),
  };
}
