import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import type { Feature } from '../app/feature.ts';

export const instructions: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/instructions',
      component: lazyRouteComponent(() => import('./instructions-page.tsx'), 'InstructionsPage'),
    }),
  ],
  nav: [
    {
      to: '/instructions',
      label: 'titles:instructions',
      icon: ScrollText,
      group: 'agent',
      key: 'n',
      needs: 'agents:read',
    },
  ],
};
