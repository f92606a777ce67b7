import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Change, followChanges } from '../app/follow-changes.ts';
import { conversationKey } from './conversation-queries.ts';

const NAME = 'bellhop-inbox';

/**
 * Reads again what has changed, while the Inbox is open. One tab of a browser holds the stream and tells the others: a browser
 * opens six connections to one origin, and each stream would take one of them for good.
 */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const channel = new BroadcastChannel(NAME);
    const apply = (change: Change) => readAgain(queryClient, change);
    channel.onmessage = ({ data }: MessageEvent<Change>) => apply(data);
    const hold = () =>
      followChanges(signal, (change) => {
        apply(change);
        channel.postMessage(change);
      });
    // Without https, and away from this machine, a browser has no locks: then each tab follows for itself.
    const holding = navigator.locks ? navigator.locks.request(NAME, { signal }, hold) : hold();
    holding.catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return () => {
      abort.abort();
      channel.close();
    };
  }, [queryClient]);
}

function readAgain(queryClient: QueryClient, { conversationId }: Change): void {
  void queryClient.invalidateQueries({ queryKey: ['inbox', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['inbox', 'counts'] });
  void queryClient.invalidateQueries({
    queryKey: conversationId ? conversationKey(conversationId) : ['inbox', 'conversation'],
  });
}
