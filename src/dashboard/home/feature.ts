import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { House } from 'lucide-react';
import type { Feature } from '../app/feature.ts';

export const home: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/',
      component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
    }),
  ],
  nav: [{ to: '/', label: 'titles:home', icon: House, group: 'work', key: 'h' }],
};
