import type { Chat } from '../state/chat.ts';
import type { PendingMessage } from '../state/outbox.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';
import { useOnline } from './use-online.ts';

interface PendingItemProps {
  message: PendingMessage;
  /** An earlier message has to get through first. */
  queued: boolean;
  chat: Chat;
  t: Translate;
}

/** A message of the visitor that is not yet in the conversation. */
export function PendingItem({ message, queued, chat, t }: PendingItemProps) {
  const { clientId, state, text } = message;
  const online = useOnline();
  return (
    <li>
      <Bubble author="visitor" name={t('you')} text={text} t={t}>
        {state === 'refused' ? (
          <p class="problem">
            {t('refused')} <TextButton label={t('remove')} onClick={() => chat.settle(clientId)} />
          </p>
        ) : !online || queued ? (
          <p class="source">{t('waiting')}</p>
        ) : state === 'failed' ? (
          <p class="problem">
            {t('notSent')} <TextButton label={t('tryAgain')} onClick={chat.retry} />
          </p>
        ) : (
          <p class="source late">{t('sending')}</p>
        )}
      </Bubble>
    </li>
  );
}

function TextButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" class="text" onClick={onClick}>
      {label}
    </button>
  );
}
