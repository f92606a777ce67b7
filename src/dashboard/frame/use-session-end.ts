import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../app/session.ts';
import { onSignedOut } from '../app/signed-out.ts';

/** When the session is over, signing in leads back here. When another tab changed who or where one is, all is read anew. */
export function useSessionEnd(): void {
  const { user, workspace } = useMe();
  const queryClient = useQueryClient();
  // The browser leaves the page, not the router: it asks first when changes are not saved.
  useEffect(
    () =>
      onSignedOut(() => {
        const here = `${location.pathname}${location.search}`;
        location.assign(`/sign-in?to=${encodeURIComponent(here)}`);
      }),
    [],
  );
  const where = `${user.id} ${workspace.id}`;
  const before = useRef(where);
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [where, queryClient]);
}
