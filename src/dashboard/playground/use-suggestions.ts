import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../contract/action.ts';
import type { KnowledgeSource, KnowledgeSourceDetail } from '../../contract/knowledge.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';

const SUGGESTIONS = 3;

/** What one could ask this agent: of what it knows, of what it can do, and else of anything. */
export function useSuggestions(agentId: string): string[] {
  const { t } = useTranslation('playground');
  const [actions, sources] = useQueries({
    queries: [
      {
        queryKey: ['actions', agentId, 'examples'],
        queryFn: () => callApi<PageOf<Action>>(`/v1/agents/${agentId}/actions`, { query: { limit: 20 } }),
      },
      {
        queryKey: ['sources', agentId, 'newest'],
        queryFn: () =>
          callApi<PageOf<KnowledgeSource>>('/v1/knowledge/sources', { query: { agentId, limit: 20 } }),
      },
    ],
  });
  const faq = sources.data?.items.find(({ type }) => type === 'faq')?.id;
  const { data: source, isError } = useQuery({
    queryKey: ['source', faq],
    queryFn: () => callApi<KnowledgeSourceDetail>(`/v1/knowledge/sources/${faq}`),
    enabled: faq !== undefined,
  });
  // One after the other they would move under the pointer.
  const isReading = actions.isPending || sources.isPending || (faq !== undefined && !source && !isError);
  if (isReading) return [];
  const question = source?.content.type === 'faq' ? source.content.items[0]?.question : undefined;
  const examples = (actions.data?.items ?? [])
    .filter(({ enabled }) => enabled)
    .flatMap(({ guidance }) => guidance.examples.slice(0, 1));
  const all = [...(question ? [question] : []), ...examples.slice(0, 2), t('ask1'), t('ask2'), t('ask3')];
  return [...new Set(all)].slice(0, SUGGESTIONS);
}
