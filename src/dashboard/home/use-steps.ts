import { useQueries, useQuery } from '@tanstack/react-query';
import type { Action } from '../../contract/action.ts';
import type { Agent } from '../../contract/agent.ts';
import type { KnowledgeSource } from '../../contract/knowledge.ts';
import type { Sighting } from '../../contract/widget/sighting.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { overviewQuery } from './overview.ts';

export interface Step {
  /** Its texts: `<name>` and `<name>Hint`. */
  name: 'words' | 'knowledge' | 'action' | 'try' | 'code';
  to: string;
  isDone: boolean;
}

const COPIED = 'bellhop-code-copied';

/** What an agent needs before it can greet visitors, as far as it is there. */
export function useSteps(agent: Agent | null): { steps: Step[]; isReady: boolean } {
  const isOn = agent !== null;
  const id = agent?.id ?? '';
  const { data: overview } = useQuery(overviewQuery);
  const [actions, sources, sightings] = useQueries({
    queries: [
      {
        queryKey: ['actions', id, 'first'],
        queryFn: () => callApi<PageOf<Action>>(`/v1/agents/${id}/actions`, { query: { limit: 1 } }),
        enabled: isOn,
      },
      {
        queryKey: ['sources', id, 'first'],
        queryFn: () =>
          callApi<PageOf<KnowledgeSource>>('/v1/knowledge/sources', { query: { agentId: id, limit: 1 } }),
        enabled: isOn,
      },
      {
        queryKey: ['sightings', id],
        queryFn: () => callApi<PageOf<Sighting>>(`/v1/agents/${id}/sightings`),
        enabled: isOn,
      },
    ],
  });
  const isSeen = (sightings.data?.items.length ?? 0) > 0;
  return {
    steps: [
      { name: 'words', to: '/instructions', isDone: Boolean(agent?.instructions && agent.greeting) },
      { name: 'knowledge', to: '/knowledge', isDone: (sources.data?.items.length ?? 0) > 0 },
      { name: 'action', to: '/actions', isDone: (actions.data?.items.length ?? 0) > 0 },
      { name: 'try', to: '/playground', isDone: overview?.isTried ?? false },
      {
        name: 'code',
        to: '/settings/widget',
        isDone: isSeen || (isOn && localStorage.getItem(COPIED) === id),
      },
    ],
    isReady:
      !isOn || [actions, sources, sightings, { data: overview }].every(({ data }) => data !== undefined),
  };
}
