import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from './app/api-error.ts';
import { sessionQuery } from './app/session.ts';
import { setupQuery } from './app/setup.ts';
import { features } from './features.ts';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { RouteError } from './frame/route-error.tsx';
import { PageLoading } from './ui/page-loading.tsx';

/** Every page: those before the frame, and in the frame those of the features. */
export function createDashboardRouter(queryClient: QueryClient) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
  const entrances = [
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      beforeLoad: async () => {
        if ((await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: '/setup' });
      },
      component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/setup',
      beforeLoad: async () => {
        if (!(await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
    }),
  ];
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'frame',
    beforeLoad: ({ location }) => enter(queryClient, location.href),
    component: Frame,
  });
  const pages = features.flatMap((feature) => feature.routes(frame));
  return createRouter({
    routeTree: root.addChildren([...entrances, frame.addChildren(pages)]),
    defaultErrorComponent: RouteError,
    defaultPendingComponent: PageLoading,
    defaultPendingMs: 200,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

/** Only who is signed in gets into the frame; the first of all is asked to set it up. */
async function enter(queryClient: QueryClient, href: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    if ((await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { to: href } });
  }
}
