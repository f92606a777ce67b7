import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

export const privacy: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/privacy',
      component: lazyRouteComponent(() => import('./privacy-page.tsx'), 'PrivacyPage'),
    }),
  ],
  settings: [
    { to: '/settings/privacy', label: 'titles:privacy', group: 'workspace', needs: 'workspace:read' },
  ],
};
