import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** What was read a few seconds ago is shown at once, and read again behind it. What was refused is not asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && (!(error instanceof ApiError) || error.isPassing),
      },
    },
  });
}
