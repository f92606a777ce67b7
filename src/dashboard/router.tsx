import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from './app/session.ts';
import { needOtherTexts } from './app/texts.ts';
import { features } from './features.ts';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { RouteError } from './frame/route-error.tsx';
import { PageLoading } from './ui/states/page-loading.tsx';

/** Whose texts are there from the start. */
const FIRST_PAGES = ['/', '/sign-in', '/setup'];

/** Every page: those before the frame, and in the frame those of the features. */
export function createDashboardRouter(queryClient: QueryClient) {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: NotFound,
    beforeLoad: async ({ location }) => {
      if (!FIRST_PAGES.includes(location.pathname)) await needOtherTexts();
    },
  });
  const session = () => queryClient.ensureQueryData(sessionQuery);
  const entrances = [
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      beforeLoad: async () => {
        const { me, setupNeeded } = await session();
        if (setupNeeded) throw redirect({ to: '/setup' });
        if (me) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/setup',
      beforeLoad: async () => {
        if (!(await session()).setupNeeded) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/forgotten-password',
      component: lazyRouteComponent(() => import('./password/forgotten-page.tsx'), 'ForgottenPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/reset-password',
      component: lazyRouteComponent(() => import('./password/reset-page.tsx'), 'ResetPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/invitation/$token',
      component: lazyRouteComponent(() => import('./invitation/invitation-page.tsx'), 'InvitationPage'),
    }),
  ];
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'frame',
    beforeLoad: async ({ location: { href } }) => {
      const { me, setupNeeded } = await session();
      if (setupNeeded) throw redirect({ to: '/setup' });
      if (!me) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { to: href } });
    },
    component: Frame,
  });
  const pages = features.flatMap((feature) => feature.routes(frame));
  pages.push(createRoute({ getParentRoute: () => frame, path: '$', component: NotFound }));
  return createRouter({
    routeTree: root.addChildren([...entrances, frame.addChildren(pages)]),
    defaultErrorComponent: RouteError,
    defaultPendingComponent: PageLoading,
    defaultPendingMs: 200,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
