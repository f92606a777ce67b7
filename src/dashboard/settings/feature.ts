import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Feature } from '../app/feature.ts';

const tabs = [
  { name: 'general', needs: 'workspace:read', load: () => import('./general-page.tsx') },
  { name: 'members', needs: 'members:read', load: () => import('./members/members-page.tsx') },
  { name: 'api-keys', needs: 'keys:read', load: () => import('./api-keys/api-keys-page.tsx') },
  { name: 'audit-log', needs: 'audit:read', load: () => import('./audit/audit-log-page.tsx') },
  { name: 'developer', needs: 'workspace:read', load: () => import('./developer-page.tsx') },
  { name: 'account', needs: undefined, load: () => import('./account-page.tsx') },
] as const;

export const settings: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/settings',
      beforeLoad: () => {
        throw redirect({ to: '/settings/general' });
      },
    }),
    ...tabs.map(({ name, load }) =>
      createRoute({
        getParentRoute: () => frame,
        path: `/settings/${name}`,
        component: lazyRouteComponent(load, 'default'),
      }),
    ),
  ],
  settings: tabs.map(({ name, needs }) => ({
    to: `/settings/${name}`,
    label: `titles:${name}`,
    group: name === 'account' ? 'you' : 'workspace',
    ...(needs ? { needs } : {}),
  })),
};
