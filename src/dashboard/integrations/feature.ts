import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

export const integrations: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/integrations',
      component: lazyRouteComponent(() => import('./integrations-page.tsx'), 'IntegrationsPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/webhooks',
      component: lazyRouteComponent(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage'),
    }),
  ],
  settings: [
    {
      ...{ to: '/settings/integrations', label: 'titles:integrations', group: 'workspace' },
      needs: 'connections:read',
    },
    { to: '/settings/webhooks', label: 'titles:webhooks', group: 'workspace', needs: 'connections:read' },
  ],
};
