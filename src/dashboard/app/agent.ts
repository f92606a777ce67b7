import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Agent } from '../../contract/agent.ts';
import { callApi } from './call-api.ts';
import type { PageOf } from './page-of.ts';

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => callApi<PageOf<Agent>>('/v1/agents', { query: { limit: 100 }, signal }),
});

const CHOSEN = 'bellhop-agent';
const PARAMETER = 'agent';

/** The agent that the pages are about: the one that was chosen last, or else the newest. Null: there is none. */
export function useAgent() {
  const { data, error, refetch } = useQuery(agentsQuery);
  const agents = data?.items ?? [];
  const chosen = agents.find(({ id }) => id === localStorage.getItem(CHOSEN));
  return { agents, agent: chosen ?? agents[0] ?? null, isLoading: !data && !error, error, refetch };
}

export function chooseAgent(id: string): void {
  localStorage.setItem(CHOSEN, id);
}

/** A page, about this agent from now on. To be loaded anew: nothing of the other one may stay in its forms. */
export function linkToAgent(id: string, pathname: string): string {
  // A page about one action or source is the other agent's.
  const page = pathname.startsWith('/settings/') ? pathname : `/${pathname.split('/')[1] ?? ''}`;
  return `${page}?${PARAMETER}=${encodeURIComponent(id)}`;
}

/** Chooses the agent that the address names, and takes it out of there: what is sent to others names no choice of one's own. */
export function takeAgentFromAddress(): void {
  const url = new URL(location.href);
  const id = url.searchParams.get(PARAMETER);
  if (id === null) return;
  chooseAgent(id);
  url.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', url);
}
