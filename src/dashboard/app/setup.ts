import { queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.ts';

/** Whether nobody has an account yet. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => callApi<{ needed: boolean }>('/v1/setup', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
