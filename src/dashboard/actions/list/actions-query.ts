import { queryOptions } from '@tanstack/react-query';
import type { ListedAction } from '../../../contract/actions/activity.ts';
import { callApi } from '../../app/call-api.ts';
import type { PageOf } from '../../app/page-of.ts';

/** Whether the agent has any action yet. */
export const actionsQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['actions', agentId, 'any'],
    queryFn: () => callApi<PageOf<ListedAction>>(`/v1/agents/${agentId}/actions`, { query: { limit: 1 } }),
    enabled: agentId !== '',
  });
