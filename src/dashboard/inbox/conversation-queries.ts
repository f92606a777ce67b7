import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Call } from '../../contract/call.ts';
import type {
  Conversation,
  ConversationCounts,
  ConversationDetail,
  Note,
} from '../../contract/conversation.ts';
import type { Entry } from '../../contract/entry.ts';
import { callApi } from '../app/call-api.ts';
import type { InboxSearch, InboxView } from './inbox-address.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: ({ signal }) => callApi<ConversationCounts>('/v1/conversation-counts', { signal }),
});

export const listQuery = (view: InboxView, search: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', view, search],
    queryFn: ({ signal, pageParam }) =>
      callApi<Page<Conversation>>('/v1/conversations', {
        query: { view, ...search, limit: 40, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const conversationKey = (id: string) => ['inbox', 'conversation', id];

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'detail'],
    queryFn: ({ signal }) => callApi<ConversationDetail>(`/v1/conversations/${id}`, { signal }),
  });

/** Everything that stands in one conversation. What is known is kept, and only what came after it is read. */
export const entriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'entries'],
    queryFn: async ({ signal, client, queryKey }) => {
      const known = new Map((client.getQueryData<Entry[]>(queryKey) ?? []).map((entry) => [entry.id, entry]));
      let after = Math.max(0, ...[...known.values()].map(({ cursor }) => Number(cursor)));
      for (;;) {
        const page = await callApi<Page<Entry>>(`/v1/conversations/${id}/entries`, {
          query: { after },
          signal,
        });
        for (const entry of page.items) known.set(entry.id, entry);
        if (page.nextCursor === null) break;
        after = Number(page.nextCursor);
      }
      return [...known.values()].sort((a, b) => a.seq - b.seq);
    },
  });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'notes'],
    queryFn: async ({ signal }) =>
      (await callApi<Page<Note>>(`/v1/conversations/${id}/notes`, { query: { limit: 100 }, signal })).items,
  });

export const callsQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'calls'],
    queryFn: async ({ signal }) =>
      (await callApi<Page<Call>>('/v1/calls', { query: { conversationId: id, limit: 100 }, signal })).items,
  });
