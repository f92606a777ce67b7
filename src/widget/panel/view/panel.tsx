import type { PanelConfig } from '../../../contract/widget/widget-config.ts';
import type { Chat } from '../state/chat.ts';
import type { Translate } from '../texts/translate.ts';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { useStore } from './use-store.ts';

interface PanelProps {
  chat: Chat;
  agent: PanelConfig['agent'];
  t: Translate;
  /** Absent when the chat is the whole page. */
  onClose?: (() => void) | undefined;
}

/** Everything inside the frame. */
export function Panel({ chat, agent, t, onClose }: PanelProps) {
  const state = useStore(chat);
  return (
    <>
      <header>
        <div>
          <h1 dir="auto">{agent.title}</h1>
          {/* It speaks of the agent, and would promise what a person cannot keep. */}
          {agent.subtitle && state.phase !== 'refused' && state.autoReply === 'on' && (
            <p dir="auto">{agent.subtitle}</p>
          )}
        </div>
        {onClose && (
          <button type="button" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <main>
        {state.phase === 'refused' ? (
          <div class="refused" role="alert">
            <h2>{t('unavailable')}</h2>
            <p>{t('unavailableNext')}</p>
          </div>
        ) : (
          <>
            <Conversation chat={chat} state={state} agent={agent} t={t} />
            <Notice state={state} t={t} />
            <Composer key={state.forgotten} chat={chat} t={t} />
          </>
        )}
      </main>
      <Announcer entry={state.arrived} />
    </>
  );
}
