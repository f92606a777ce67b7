import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { callApi } from './call-api.ts';

/** Who is signed in, and where. */
export interface Session {
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string };
  role: string;
  permissions: string[];
  workspaces: { id: string; name: string; role: string }[];
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => callApi<Session>('/v1/me', { signal }),
  staleTime: 60_000,
});

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useSession();
  return (permission) => permission === undefined || permissions.includes(permission);
}
