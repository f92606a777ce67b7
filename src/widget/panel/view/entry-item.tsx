import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardOp, Entry } from '../../../contract/entry.ts';
import type { Chat } from '../state/chat.ts';
import type { Translate } from '../texts/translate.ts';
import { Bubble } from './bubble.tsx';
import { CardSlot } from './card-slot.tsx';
import { memo } from './memo.tsx';

interface EntryItemProps {
  entry: Entry;
  /** The one before has the same author. */
  follows: boolean;
  /** What was new when the visitor came begins here. */
  isNew: boolean;
  chat: Chat;
  t: Translate;
}

/** One stored entry: a message, a card, or both. */
export const EntryItem = memo(({ entry, follows, isNew, chat, t }: EntryItemProps) => {
  const { id, author, text, card, citations, attachments } = entry;
  const item = useRef<HTMLLIElement>(null);

  useLayoutEffect(() => {
    const fields = item.current?.querySelectorAll<HTMLInputElement>('[name]') ?? [];
    for (const field of fields) field.value = chat.readDraft(id + field.name) || field.value;
  }, []);

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
      {isNew && <p class="new">{t('new')}</p>}
      {text && (
        <Bubble
          author={author.type}
          name={author.type === 'visitor' ? t('you') : author.name}
          text={text}
          follows={follows}
          citations={citations}
          t={t}
        />
      )}
      {attachments && (
        // Their place is kept from the start. How they come is loaded by whoever is sent some.
        <p
          ref={(place) => void import('../show-images.ts').then((it) => it.showImages(place, entry, chat))}
          style="height:160px"
        />
      )}
      {card && <CardSlot entryId={id} card={card} send={send} t={t} />}
    </li>
  );
});
