import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '../../contract/accounts/permissions.ts';
import type { Me, Session } from '../../contract/accounts/person.ts';
import { callApi } from './call-api.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => callApi<Session>('/v1/session', { signal }),
  staleTime: 60_000,
});

/** Who is signed in. Only inside of the frame, where somebody is. */
export function useMe(): Me {
  const { me } = useSuspenseQuery(sessionQuery).data;
  if (!me) throw new Error('nobody is signed in, and this is inside of the frame');
  return me;
}

/** Whether they may do something here; the server decides in any case. */
export function useMay(): (permission: Permission | undefined) => boolean {
  const { permissions } = useMe();
  return (permission) => permission === undefined || permissions.includes(permission);
}
