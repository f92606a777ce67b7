import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { Feature } from '../app/feature.ts';

export const playground: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/playground',
      component: lazyRouteComponent(() => import('./playground-page.tsx'), 'PlaygroundPage'),
    }),
  ],
  nav: [
    {
      to: '/playground',
      label: 'titles:playground',
      icon: MessagesSquare,
      group: 'work',
      key: 'p',
      needs: 'agents:write',
    },
  ],
};
