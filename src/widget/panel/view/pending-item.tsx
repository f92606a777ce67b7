import type { Chat } from '../state/chat.ts';
import type { PendingMessage } from '../state/outbox.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';

/** A message of the visitor that is not yet in the conversation. */
export function PendingItem({ message, chat, t }: { message: PendingMessage; chat: Chat; t: Translate }) {
  const { clientId, state, text } = message;
  return (
    <li>
      <Bubble author="visitor" name={t('you')} text={text} t={t}>
        {state === 'waiting' && <p class="source late">{t('sending')}</p>}
        {state === 'failed' && (
          <p class="problem">
            {t('notSent')} <TextButton label={t('tryAgain')} onClick={chat.retry} />
          </p>
        )}
        {state === 'refused' && (
          <p class="problem">
            {t('refused')} <TextButton label={t('remove')} onClick={() => chat.settle(clientId)} />
          </p>
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
