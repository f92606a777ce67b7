import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

export const widgetSettings: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings/widget',
      component: lazyRouteComponent(() => import('./widget-page.tsx'), 'WidgetPage'),
    }),
  ],
  settings: [{ to: '/settings/widget', label: 'titles:widget', group: 'agent', needs: 'agents:read' }],
};
