import { Button, Center, Skeleton, Stack } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { ErrorState } from './states/error-state.tsx';

interface PagedListProps<Item> {
  queryKey: QueryKey;
  /** Of the API: `/v1/leads`. */
  path: string;
  query?: Record<string, string | undefined>;
  /** What stands there when there is nothing. */
  empty: ReactNode;
  /** All that was read so far. */
  children: (items: Item[]) => ReactNode;
}

/** A list that is read page by page: loading, empty, failed, partly failed, and more. */
export function PagedList<Item>({ queryKey, path, query = {}, empty, children }: PagedListProps<Item>) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: [...queryKey, query],
    queryFn: ({ pageParam, signal }) =>
      callApi<PageOf<Item>>(path, { query: { ...query, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Stack role="status" aria-label={t('loading')}>
        <Skeleton height={40} />
        <Skeleton height={40} />
        <Skeleton height={40} />
      </Stack>
    );
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? empty : children(items)}
      {/* What is there stays: only the next page is missing. */}
      {error && <ErrorState error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !error && (
        <Center mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Center>
      )}
    </>
  );
}
