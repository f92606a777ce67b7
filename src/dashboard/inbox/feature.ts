import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import type { Feature } from '../app/feature.ts';
import { isInboxView, readInboxSearch } from './inbox-address.ts';

export const inbox: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/inbox',
      beforeLoad: () => {
        throw redirect({ to: '/inbox/waiting' });
      },
    }),
    // One route for both, so that the list stays as it is when a conversation is opened.
    createRoute({
      getParentRoute: () => frame,
      path: '/inbox/$view/{-$conversationId}',
      validateSearch: readInboxSearch,
      beforeLoad: ({ params }) => {
        if (!isInboxView(params.view)) throw redirect({ to: '/inbox/waiting' });
      },
      component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
    }),
  ],
  nav: [
    {
      ...{ to: '/inbox', label: 'titles:inbox', icon: Inbox, group: 'work', key: 'i' },
      needs: 'conversations:read',
    },
  ],
};
