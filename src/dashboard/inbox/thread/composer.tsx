import { Button, Group, Kbd, Paper, SegmentedControl, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX_CHARS } from '../../../contract/limits.ts';
import type { Outgoing } from './use-outbox.ts';

interface ComposerProps {
  conversationId: string;
  focusAtStart: boolean;
  onSend(kind: Outgoing['kind'], text: string): void;
}

interface Draft {
  kind: Outgoing['kind'];
  text: string;
}

/** A reply, or a note for the team. What was typed waits for whoever comes back to the conversation. */
export function Composer({ conversationId, focusAtStart, onSend }: ComposerProps) {
  const { t } = useTranslation('inbox');
  const queryClient = useQueryClient();
  const queryKey = ['inbox', 'draft', conversationId];
  const [draft, setDraft] = useState<Draft>(
    () => queryClient.getQueryData<Draft>(queryKey) ?? { kind: 'reply', text: '' },
  );
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusAtStart) box.current?.focus();
  }, [focusAtStart]);

  const keep = (next: Draft) => {
    setDraft(next);
    queryClient.setQueryDefaults(['inbox', 'draft'], { gcTime: Number.POSITIVE_INFINITY });
    queryClient.setQueryData(queryKey, next);
  };
  const text = draft.text.trim();
  const send = () => {
    if (text === '') return;
    onSend(draft.kind, text);
    keep({ ...draft, text: '' });
    box.current?.focus();
  };
  return (
    <Paper withBorder m="md" mt="xs" p="xs" className="inbox-composer" data-kind={draft.kind}>
      <SegmentedControl
        value={draft.kind}
        onChange={(kind) => keep({ ...draft, kind: kind as Draft['kind'] })}
        data={[
          { value: 'reply', label: t('reply') },
          { value: 'note', label: t('note') },
        ]}
        size="xs"
        fullWidth
        aria-label={t('replyOrNote')}
      />
      <Textarea
        ref={box}
        data-inbox-key="r"
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={10}
        px={6}
        maxLength={MESSAGE_MAX_CHARS}
        aria-label={t(draft.kind === 'reply' ? 'writeReply' : 'writeNote')}
        placeholder={t(draft.kind === 'reply' ? 'writeReply' : 'writeNote')}
        value={draft.text}
        onChange={({ currentTarget: { value } }) => keep({ ...draft, text: value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Group justify="flex-end">
        <Button
          size="xs"
          onClick={send}
          disabled={text === ''}
          leftSection={<SendHorizontal size={14} aria-hidden />}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              {t('sendKey')}
            </Kbd>
          }
        >
          {t(draft.kind === 'reply' ? 'send' : 'addNote')}
        </Button>
      </Group>
    </Paper>
  );
}
