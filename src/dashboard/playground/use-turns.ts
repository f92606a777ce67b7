import { useQuery } from '@tanstack/react-query';
import type { PlaygroundTurn } from '../../contract/playground.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';

export const turnsKey = (conversationId: string) => ['playground-turns', conversationId];

/** Why each turn came out as it did, the newest first: the last hundred. */
export function useTurns(conversationId: string) {
  return useQuery({
    queryKey: turnsKey(conversationId),
    queryFn: ({ signal }) =>
      callApi<PageOf<PlaygroundTurn>>(`/v1/playground/${conversationId}/turns`, {
        query: { limit: 100 },
        signal,
      }),
  });
}
