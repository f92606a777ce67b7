import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Agent } from '../../contract/agent.ts';
import { callApi } from './call-api.ts';
import type { PageOf } from './page-of.ts';

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => callApi<PageOf<Agent>>('/v1/agents', { query: { limit: 100 }, signal }),
});

const CHOSEN = 'bellhop-agent';

/** The agent that the pages are about: the one that was chosen last, or else the oldest. Null: there is none. */
export function useAgent() {
  const { data, error, refetch } = useQuery(agentsQuery);
  const agents = data?.items ?? [];
  const chosen = agents.find(({ id }) => id === localStorage.getItem(CHOSEN));
  return { agents, agent: chosen ?? agents.at(-1) ?? null, isLoading: !data && !error, error, refetch };
}

export function chooseAgent(id: string): void {
  localStorage.setItem(CHOSEN, id);
}
