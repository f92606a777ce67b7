import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

export const model: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/model',
      component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
    }),
  ],
  settings: [{ to: '/settings/model', label: 'titles:model', group: 'agent', needs: 'agents:read' }],
};
