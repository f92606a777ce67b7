import { queryOptions } from '@tanstack/react-query';
import type { Overview } from '../../contract/operation/overview.ts';
import { callApi } from '../app/call-api.ts';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => callApi<Overview>('/v1/overview', { signal }),
  refetchInterval: 30_000,
});
