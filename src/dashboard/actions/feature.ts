import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Zap } from 'lucide-react';
import type { Feature } from '../app/feature.ts';

export const actions: Feature = {
  routes(frame) {
    const list = createRoute({
      getParentRoute: () => frame,
      path: '/actions',
      validateSearch: ({ search, archived }: Record<string, unknown>) => ({
        ...(typeof search === 'string' && search ? { search } : {}),
        ...(archived === true ? { archived } : {}),
      }),
      component: lazyRouteComponent(() => import('./actions-page.tsx'), 'ActionsPage'),
    });
    return [
      list.addChildren([
        createRoute({
          getParentRoute: () => list,
          path: '/',
          component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
        }),
        createRoute({
          getParentRoute: () => list,
          path: '/new',
          component: lazyRouteComponent(() => import('./new-page.tsx'), 'NewPage'),
        }),
        createRoute({
          getParentRoute: () => list,
          path: '/$actionId',
          validateSearch: ({ tab, call }: Record<string, unknown>) => ({
            ...(tab === 'calls' || tab === 'uses' ? { tab } : {}),
            ...(typeof call === 'string' ? { call } : {}),
          }),
          component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
        }),
      ]),
    ];
  },
  nav: [
    { to: '/actions', label: 'titles:actions', icon: Zap, group: 'agent', key: 'a', needs: 'agents:read' },
  ],
};
