import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import type { Feature } from '../app/feature.ts';

export const knowledge: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/knowledge',
      component: lazyRouteComponent(() => import('./knowledge-page.tsx'), 'KnowledgePage'),
    }),
    ...(['faq', 'text'] as const).map((type) =>
      createRoute({
        getParentRoute: () => frame,
        path: `/knowledge/new/${type}`,
        component: lazyRouteComponent(
          () => import('./new-source-page.tsx'),
          type === 'faq' ? 'NewFaqPage' : 'NewTextPage',
        ),
      }),
    ),
    createRoute({
      getParentRoute: () => frame,
      path: '/knowledge/$sourceId',
      component: lazyRouteComponent(() => import('./source-page.tsx'), 'SourcePage'),
    }),
  ],
  nav: [
    {
      to: '/knowledge',
      label: 'titles:knowledge',
      icon: BookOpen,
      group: 'agent',
      key: 'k',
      needs: 'agents:read',
    },
  ],
};
