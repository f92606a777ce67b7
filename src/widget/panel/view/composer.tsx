import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MESSAGE_MAX_CHARS } from '../../../contract/limits.ts';
import type { Chat } from '../state/chat.ts';
import type { Translate } from '../texts/translate.ts';
import { Icon } from './icon.tsx';

/** From here on the visitor sees how much room is left. */
const NEAR_END = 200;

interface ComposerProps {
  chat: Pick<Chat, 'send' | 'readDraft' | 'keepDraft'>;
  t: Translate;
}

/** Where the visitor writes; what is half written outlives a reload. Enter sends, Shift+Enter starts a line, and Enter that ends a composed word does neither. */
export function Composer({ chat, t }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(chat.readDraft);
  const left = MESSAGE_MAX_CHARS - text.trim().length;

  useLayoutEffect(() => {
    const area = field.current as HTMLTextAreaElement;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);

  function submit(event: Event) {
    event.preventDefault();
    field.current?.focus();
    if (text.trim() === '' || left < 0) return;
    chat.send(text.trim());
    write('');
  }
  function write(words: string) {
    setText(words);
    chat.keepDraft(words);
  }
  function onKeyDown(event: KeyboardEvent) {
    // Safari ends a composition before its keydown; 229 is what is left of it.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event);
  }

  return (
    <form class="composer" onSubmit={submit}>
      {left <= NEAR_END && (
        <p class={left < 0 ? 'problem' : 'note'} id="room" role="status">
          {left < 0 ? t('charactersOver', { count: -left }) : t('charactersLeft', { count: left })}
        </p>
      )}
      <textarea
        ref={field}
        id="compose"
        rows={1}
        dir="auto"
        value={text}
        placeholder={t('compose')}
        aria-label={t('compose')}
        aria-invalid={left < 0}
        aria-describedby={left <= NEAR_END ? 'room' : undefined}
        enterkeyhint="send"
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        class="primary"
        aria-label={t('send')}
        aria-disabled={text.trim() === '' || left < 0}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}
