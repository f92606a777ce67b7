import { memo } from './memo.tsx';
import type { Entry } from '../../../contract/entry.ts';
import type { Chat } from '../state/chat.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';
import { CardSlot } from './card-slot.tsx';

/** One stored entry: a message, a card, or both. */
export const EntryItem = memo(({ entry, chat, t }: { entry: Entry; chat: Chat; t: Translate }) => {
  const { id, author, text, card, citations } = entry;
  return (
    <li id={`entry-${id}`}>
      {text && (
        <Bubble
          author={author.type}
          name={author.type === 'visitor' ? t('you') : author.name}
          text={text}
          citations={citations}
          t={t}
        />
      )}
      {card && <CardSlot entryId={id} card={card} send={(op, values) => chat.act(id, op, values)} t={t} />}
    </li>
  );
});
