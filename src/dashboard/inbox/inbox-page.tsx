import { Box, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import { listQuery } from './conversation-queries.ts';
import './inbox.css';
import { useInboxAddress } from './inbox-address.ts';
import { ListPane } from './list/list-pane.tsx';
import { useInboxKeys } from './list/use-inbox-keys.ts';
import { useLiveUpdates } from './use-live-updates.ts';

/** All conversations: the list, the one that is open, and who it is with. A phone shows one of them at a time. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { view, search, conversationId, open } = useInboxAddress();
  const list = useInfiniteQuery(listQuery(view, search));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  /** Whoever opened a conversation by a click wants to write; whoever moves by keys wants to move on. */
  const wantsToWrite = useRef(false);
  useTitle(t('title'));
  useLiveUpdates();
  useInboxKeys({ items, conversationId, open });
  return (
    <Box className="inbox" data-open={conversationId !== undefined || undefined}>
      <ListPane
        list={list}
        items={items}
        onOpen={(id, byPointer) => {
          wantsToWrite.current = byPointer && matchMedia('(hover: hover)').matches;
          open(id);
        }}
      />
      {conversationId ? (
        <ConversationPane
          key={conversationId}
          id={conversationId}
          focusComposer={wantsToWrite.current}
          onClosed={() => {
            const at = items.findIndex(({ id }) => id === conversationId);
            open(view === 'closed' ? undefined : (items[at + 1] ?? items[at - 1])?.id);
          }}
        />
      ) : (
        <Stack component="section" className="inbox-nothing" justify="center" aria-label={t('conversation')}>
          {items.length > 0 && (
            <EmptyState icon={MessageSquare} title={t('chooseTitle')} hint={t('chooseHint')} />
          )}
        </Stack>
      )}
    </Box>
  );
}
