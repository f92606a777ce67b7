import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingPayload } from './payload.ts';
import type { BookingTranslate } from './use-texts.ts';

/** What a provider's page says to the page around it, as far as it matters here. */
export type EmbedMessage =
  | { type: 'ready' | 'failed' }
  | { type: 'height'; pixels: number }
  | { type: 'booked'; uid: string | null; start: string | null };

interface EmbedFrameProps {
  url: string;
  frame: BookingPayload['frame'];
  /** Understands the provider's messages; null: it is none that matters. */
  readMessage(data: unknown): EmbedMessage | null;
  onBooked(booking: { uid: string | null; start: string | null }): void;
  /** Milliseconds. */
  silentMs: number | undefined;
  t: BookingTranslate;
}

/** A page that has not spoken so long after it came will not: it refuses to be framed, or is none. Milliseconds. */
const SILENT_MS = 3_000;
const NEVER_CAME_MS = 8_000;
const HEIGHT_MAX = 2_000;

/** The provider's own page, framed. It is believed only where it really comes from; nothing it says proves a booking. */
export function EmbedFrame({ url, frame, readMessage, onBooked, silentMs = SILENT_MS, t }: EmbedFrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'refused'>('loading');
  const [height, setHeight] = useState(480);
  const timer = useRef(0);
  const wait = (milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => setState((current) => (current === 'loading' ? 'refused' : current)),
      milliseconds,
    );
  };

  useEffect(() => {
    wait(NEVER_CAME_MS);
    function listen({ origin, source, data }: MessageEvent) {
      if (!source || source !== element.current?.contentWindow || !frame.origins.includes(origin)) return;
      const message = readMessage(data);
      if (message?.type === 'ready') setState('ready');
      if (message?.type === 'failed') setState('refused');
      if (message?.type === 'height') setHeight(Math.min(Math.max(message.pixels, 200), HEIGHT_MAX));
      if (message?.type === 'booked') onBooked(message);
    }
    addEventListener('message', listen);
    return () => {
      clearTimeout(timer.current);
      removeEventListener('message', listen);
    };
  }, []);

  if (state === 'refused' || !/^https?:/.test(url)) return <p class="note">{t('frameRefused')}</p>;
  return (
    <iframe
      ref={element}
      class="embed"
      title={t('frame')}
      src={url}
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="strict-origin"
      style={{ height: `${height}px` }}
      onLoad={() => wait(silentMs)}
    />
  );
}
