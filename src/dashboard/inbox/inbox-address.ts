import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

export const INBOX_VIEWS = ['waiting', 'mine', 'agent', 'closed'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** The filters, as they stand in the address: whoever opens a link sees the same. */
export interface InboxSearch {
  q?: string;
  channel?: 'widget';
  autoReply?: 'on' | 'muted';
}

export function isInboxView(view: string): view is InboxView {
  return INBOX_VIEWS.some((known) => known === view);
}

export function readInboxSearch({ q, channel, autoReply }: Record<string, unknown>): InboxSearch {
  return {
    ...(q ? { q: String(q).slice(0, 200) } : {}),
    ...(channel === 'widget' ? { channel } : {}),
    ...(autoReply === 'on' || autoReply === 'muted' ? { autoReply } : {}),
  };
}

/** Where one is in the Inbox, and the way to elsewhere in it. */
export function useInboxAddress() {
  const { view, conversationId } = useParams({ strict: false }) as {
    view: InboxView;
    conversationId?: string;
  };
  const search = readInboxSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    view,
    conversationId,
    search,
    /** Undefined: back to the list. */
    open: (id: string | undefined) => void navigate({ to: addressOf(view, id), search }),
    show: (next: InboxView) => void navigate({ to: addressOf(next), search }),
    filter: (change: { [Name in keyof InboxSearch]: InboxSearch[Name] | undefined }) =>
      void navigate({
        to: addressOf(view, conversationId),
        search: readInboxSearch({ ...search, ...change }),
        replace: true,
      }),
  };
}

function addressOf(view: InboxView, id?: string): string {
  return id ? `/inbox/${view}/${encodeURIComponent(id)}` : `/inbox/${view}`;
}
