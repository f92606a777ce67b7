import { ActionIcon, Button, FileButton, Group, Kbd, Paper, SegmentedControl, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ImagePlus, SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX_CHARS } from '../../../contract/limits.ts';
import { PickedImages } from './picked-images.tsx';
import { useImages } from './use-images.ts';
import type { Message, Outgoing } from './use-outbox.ts';

interface ComposerProps {
  conversationId: string;
  focusAtStart: boolean;
  onSend(message: Message): void;
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
  const images = useImages(conversationId);
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
  const isReply = draft.kind === 'reply';
  const attachments = isReply ? images.attachments : [];
  const cannotSend = (text === '' && attachments.length === 0) || (isReply && images.isUploading);
  const send = () => {
    if (cannotSend) return;
    onSend({ kind: draft.kind, text, attachments });
    if (isReply) images.clear();
    keep({ ...draft, text: '' });
    box.current?.focus();
  };
  return (
    <Paper
      withBorder
      m="md"
      mt="xs"
      p="xs"
      className="inbox-composer"
      data-kind={draft.kind}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (isReply) images.add(event.dataTransfer.files);
      }}
    >
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
        onPaste={(event) => {
          if (isReply && images.add(event.clipboardData.files)) event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {isReply && <PickedImages images={images.images} onRemove={images.remove} />}
      <Group justify="flex-end">
        {isReply && (
          <FileButton multiple accept="image/png,image/jpeg,image/webp,image/gif" onChange={images.add}>
            {(props) => (
              <ActionIcon {...props} variant="subtle" size={30} aria-label={t('attachImage')}>
                <ImagePlus size={17} />
              </ActionIcon>
            )}
          </FileButton>
        )}
        <Button
          size="xs"
          onClick={send}
          disabled={cannotSend}
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
