import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../../contract/entry.ts';
import type { FromCardPage, ToCardPage } from '../../../contract/widget/card-page.ts';
import { currentLanguage } from '../../app/texts.ts';

interface PreviewFrameProps {
  agentId: string;
  card: Card;
  scheme: 'light' | 'dark';
  /** The owner did with the card what a visitor would do. */
  onUse(use: Exclude<FromCardPage, { type: 'ready' | 'height' }>): void;
}

/** Before the card has told how high it is. Pixels. */
const HEIGHT = 96;

/**
 * The widget's own card, as high as it is, on a page of its own: cards take their language and colours from their document, and
 * this one can send nothing, whatever is in it.
 */
export function PreviewFrame({ agentId, card, scheme, onUse }: PreviewFrameProps) {
  const { t } = useTranslation('actionEditor');
  const frame = useRef<HTMLIFrameElement>(null);
  /** A page that comes anew is told anew. */
  const [loads, setLoads] = useState(0);
  const [height, setHeight] = useState(HEIGHT);
  const message = JSON.stringify({ card, scheme, language: currentLanguage() } satisfies ToCardPage);
  const use = useRef(onUse);
  use.current = onUse;

  useEffect(() => {
    function listen({ source, origin, data }: MessageEvent<FromCardPage>) {
      if (!source || source !== frame.current?.contentWindow || origin !== location.origin) return;
      if (data.type === 'ready') setLoads((before) => before + 1);
      else if (data.type === 'height') setHeight(data.pixels);
      else use.current(data);
    }
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    if (loads > 0) frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin);
  }, [loads, message]);

  return (
    <iframe
      ref={frame}
      title={t('previewFrame')}
      src={`/widget/preview/${encodeURIComponent(agentId)}/card`}
      style={{ height }}
    />
  );
}
