import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../state/chat-state.ts';
import type { Translate } from '../texts/translate.ts';
import { useOnline } from './use-online.ts';

/** One quiet line above the composer: what is not as usual, and what happens next. */
export function Notice({ state, t }: { state: ChatState; t: Translate }) {
  const online = useOnline();
  const seconds = useSecondsUntil(state.waitUntil);
  return (
    <p class="notice" role="status">
      {!online
        ? t('offline')
        : state.connection === 'lost'
          ? t('reconnecting')
          : seconds > 0
            ? t('rateLimited', { count: seconds })
            : state.autoReply === 'muted' && t('muted')}
    </p>
  );
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (moment <= Date.now()) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [moment, now >= moment]);
  return Math.ceil((moment - now) / 1_000);
}
