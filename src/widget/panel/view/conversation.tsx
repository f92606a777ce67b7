import type { Entry } from '../../../contract/entry.ts';
import type { PanelConfig } from '../../../contract/widget/widget-config.ts';
import type { Chat } from '../state/chat.ts';
import type { ChatState } from '../state/chat-state.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';
import { EntryItem } from './entry-item.tsx';
import { Icon } from './icon.tsx';
import { PendingItem } from './pending-item.tsx';
import { useFollow } from './use-follow.ts';

interface ConversationProps {
  chat: Chat;
  state: ChatState;
  agent: PanelConfig['agent'];
  t: Translate;
}

/** The log: greeting, entries, the answer on its way, what is not sent yet, suggestions. Follows the newest. */
export function Conversation({ chat, state, agent, t }: ConversationProps) {
  const { scroller, atEnd, toEnd, onScroll, onFocus } = useFollow(state);
  const { entries, drafts } = state.timeline;
  const { pending, typing, phase, newFrom } = state;
  const greeting = state.agent?.greeting;
  const starters =
    phase === 'ready' && entries.length + pending.length === 0 ? (state.agent?.starters ?? []) : [];

  return (
    <div class="conversation">
      <div
        class="scroller"
        ref={scroller}
        onScroll={onScroll}
        onFocusIn={onFocus}
        role="log"
        aria-live="off"
        aria-label={t('conversation')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs the keyboard
        tabIndex={0}
      >
        {phase === 'loading' && pending.length === 0 ? (
          <Skeleton label={t('loading')} />
        ) : (
          <ol>
            {greeting && (
              <li key="greeting">
                <Bubble author="agent" name={agent.name} text={greeting} t={t} />
              </li>
            )}
            {entries.map((entry, index) => (
              <EntryItem
                key={entry.id}
                entry={entry}
                follows={isSameAuthor(entry, entries[index - 1])}
                isNew={entry.id === newFrom}
                chat={chat}
                t={t}
              />
            ))}
            {drafts.map(({ entryId, text }) => (
              <li key={entryId} id={`entry-${entryId}`}>
                <Bubble author="agent" name={agent.name} text={text} t={t} />
              </li>
            ))}
            {pending.map((message, index) => (
              <PendingItem
                key={message.clientId}
                message={message}
                queued={pending.slice(0, index).some(({ state }) => state === 'failed')}
                chat={chat}
                t={t}
              />
            ))}
            {typing && drafts.length === 0 && (
              <li key="typing" class="entry agent">
                <div class="bubble dots" role="img" aria-label={t('typing', { name: agent.name })}>
                  <i />
                  <i />
                  <i />
                </div>
              </li>
            )}
          </ol>
        )}
        {starters.length > 0 && (
          <ul class="starters" aria-label={t('starters')}>
            {starters.map((text) => (
              <li key={text}>
                <button type="button" class="secondary" dir="auto" onClick={() => chat.send(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!atEnd && (
        <button type="button" class="latest" aria-label={t('latest')} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

function isSameAuthor({ author }: Entry, before: Entry | undefined): boolean {
  return author.type === before?.author.type && author.name === before.author.name;
}

/** Stands in for a conversation that is being fetched; appears only when that takes a while. */
function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton late" role="img" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
}
