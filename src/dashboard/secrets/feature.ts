import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

export const secrets: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/secrets',
      component: lazyRouteComponent(() => import('./secrets-page.tsx'), 'SecretsPage'),
    }),
  ],
  settings: [{ to: '/settings/secrets', label: 'titles:secrets', group: 'workspace', needs: 'secrets:read' }],
};
