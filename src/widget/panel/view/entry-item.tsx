import { useRef } from 'preact/hooks';
import type { CardOp, Entry } from '../../../contract/entry.ts';
import type { Chat } from '../state/chat.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';
import { CardSlot } from './card-slot.tsx';
import { memo } from './memo.tsx';

/** One stored entry: a message, a card, or both. */
export const EntryItem = memo(({ entry, chat, t }: { entry: Entry; chat: Chat; t: Translate }) => {
  const { id, author, text, card, citations } = entry;
  const item = useRef<HTMLLIElement>(null);

  async function send(op: CardOp, values?: Record<string, unknown>) {
    const answer = await chat.act(id, op, values);
    // A form that became a sentence took the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) item.current?.focus();
    });
    return answer;
  }

  return (
    <li id={`entry-${id}`} ref={item} tabIndex={-1}>
      {text && (
        <Bubble
          author={author.type}
          name={author.type === 'visitor' ? t('you') : author.name}
          text={text}
          citations={citations}
          t={t}
        />
      )}
      {card && <CardSlot entryId={id} card={card} send={send} t={t} />}
    </li>
  );
});
