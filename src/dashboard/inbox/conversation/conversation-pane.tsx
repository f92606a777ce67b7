import { Box, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { PageLoading } from '../../ui/states/page-loading.tsx';
import { callsQuery, conversationQuery, entriesQuery, notesQuery } from '../conversation-queries.ts';
import { Composer } from '../thread/composer.tsx';
import { Thread } from '../thread/thread.tsx';
import { mergeThread } from '../thread/thread-items.ts';
import { useOutbox } from '../thread/use-outbox.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { VisitorPane } from './visitor-pane.tsx';

interface ConversationPaneProps {
  id: string;
  focusComposer: boolean;
  /** It leaves the list that it was opened from. */
  onClosed(): void;
}

export function ConversationPane({ id, focusComposer, onClosed }: ConversationPaneProps) {
  const { t } = useTranslation('inbox');
  const may = useMay();
  const detail = useQuery(conversationQuery(id));
  const entries = useQuery(entriesQuery(id));
  const notes = useQuery(notesQuery(id));
  const calls = useQuery({ ...callsQuery(id), enabled: may('calls:read') });
  const outbox = useOutbox(id);
  const [showsVisitor, setShowsVisitor] = useState(false);
  const failed = [detail, entries].find(({ isError, data }) => isError && !data);
  if (failed)
    return (
      <Stack component="section" className="inbox-thread" p="md" aria-label={t('conversation')}>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Stack>
    );
  if (!detail.data || !entries.data)
    return (
      <section className="inbox-thread" aria-label={t('conversation')}>
        <PageLoading />
      </section>
    );
  // What was said is there without them; but nobody should think that there are none.
  const missing = [notes, calls].find(({ isError, data }) => isError && !data);
  const items = mergeThread({
    entries: entries.data,
    notes: notes.data ?? [],
    calls: calls.data ?? [],
    outgoing: outbox.items,
  });
  return (
    <>
      <Stack component="section" className="inbox-thread" gap={0} aria-label={t('conversation')}>
        <ConversationHeader
          conversation={detail.data}
          onClosed={onClosed}
          showsVisitor={showsVisitor}
          onToggleVisitor={() => setShowsVisitor(!showsVisitor)}
        />
        {missing && (
          <Box px="md">
            <ErrorState error={missing.error} onRetry={() => void missing.refetch()} />
          </Box>
        )}
        <Thread items={items} isTyping={detail.data.typing} onRetry={outbox.retry} />
        {may('conversations:reply') && (
          <Composer conversationId={id} focusAtStart={focusComposer} onSend={outbox.send} />
        )}
      </Stack>
      <VisitorPane conversation={detail.data} calls={calls.data ?? []} isShown={showsVisitor} />
    </>
  );
}
