import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '../../contract/accounts/permissions.ts';
import type { Me, Session } from '../../contract/accounts/person.ts';
import { callApi } from './call-api.ts';
import { announceSignedOut } from './signed-out.ts';

const KEY = ['session'];

export const sessionQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ client, signal }) => {
    const before = client.getQueryData<Session>(KEY);
    const session = await callApi<Session>('/v1/session', { signal });
    if (!before?.me || session.me) return session;
    // What is on the screen stays until they go: there may be words in it that are not saved.
    announceSignedOut();
    return before;
  },
  staleTime: 60_000,
  // Another tab may have signed out, or gone to another workspace.
  refetchOnWindowFocus: 'always',
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
