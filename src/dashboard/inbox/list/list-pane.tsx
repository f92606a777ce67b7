import {
  Box,
  Button,
  Group,
  Kbd,
  ScrollArea,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../contract/conversation.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { countsQuery } from '../conversation-queries.ts';
import { INBOX_VIEWS, type InboxView, useInboxAddress } from '../inbox-address.ts';
import { ConversationRow } from './conversation-row.tsx';
import { ListEmpty } from './list-empty.tsx';
import { ListFilters } from './list-filters.tsx';

interface ListPaneProps {
  list: UseInfiniteQueryResult<InfiniteData<unknown>>;
  items: Conversation[];
  onOpen(id: string, byPointer: boolean): void;
}

export function ListPane({ list, items, onOpen }: ListPaneProps) {
  const { t } = useTranslation('inbox');
  const { view, conversationId, show } = useInboxAddress();
  const counts = useQuery(countsQuery).data;
  const label = (of: InboxView) => {
    const count = of === 'waiting' ? counts?.waiting : of === 'mine' ? counts?.mine : 0;
    return count ? t('viewCount', { view: t(of), count: count >= 100 ? '99+' : count }) : t(of);
  };
  return (
    <Stack component="section" className="inbox-list" gap={0} aria-label={t('list')}>
      <Stack gap="xs" p="md" pb="xs">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <SegmentedControl
          value={view}
          onChange={(value) => show(value as InboxView)}
          data={INBOX_VIEWS.map((of) => ({ value: of, label: label(of) }))}
          size="xs"
          fullWidth
          aria-label={t('views')}
        />
        <ListFilters />
      </Stack>
      <ScrollArea
        className="inbox-scroll"
        viewportProps={{ tabIndex: 0, 'aria-label': t('list'), role: 'region' }}
      >
        <Box px="xs">
          {list.isPending && <RowsLoading label={t('loadingList')} />}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && items.length === 0 && <ListEmpty agentCount={counts?.agent ?? 0} />}
          <ul className="inbox-rows">
            {items.map((conversation) => (
              <li key={conversation.id}>
                <ConversationRow
                  conversation={conversation}
                  isOpen={conversation.id === conversationId}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
          {list.hasNextPage && (
            <Button
              variant="subtle"
              size="xs"
              fullWidth
              my="xs"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </Box>
      </ScrollArea>
      <Group gap={6} p="xs" px="md" className="inbox-keys" visibleFrom="sm">
        {(['J', 'K', 'R', 'E'] as const).map((key) => (
          <Text key={key} size="xs" c="dimmed" span>
            <Kbd size="xs">{key}</Kbd> {t(`key${key}`)}
          </Text>
        ))}
      </Group>
    </Stack>
  );
}

function RowsLoading({ label }: { label: string }) {
  return (
    <Stack role="status" aria-label={label} p="xs">
      {['first', 'second', 'third', 'fourth'].map((row) => (
        <Group key={row} wrap="nowrap">
          <Skeleton circle height={32} />
          <Skeleton height={32} flex={1} />
        </Group>
      ))}
    </Stack>
  );
}
