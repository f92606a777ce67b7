import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { createQueryClient } from '../app/query-client.ts';
import { changeLanguage } from '../app/texts.ts';
import { createDashboardRouter } from '../router.tsx';
import type { FoundState } from './find-states.ts';
import type { GalleryAddress } from './gallery-address.ts';
import { setOnline } from './set-online.ts';

/** Where Mantine keeps what a person chose. */
const SCHEME = 'mantine-color-scheme-value';

/** A dashboard of its own for one state, as a browser has it that was here for the first time. */
export async function openState(
  { path }: FoundState,
  { scheme, language }: GalleryAddress,
): Promise<{ queryClient: QueryClient; router: ReturnType<typeof createDashboardRouter> }> {
  localStorage.clear();
  localStorage.setItem(SCHEME, scheme);
  notifications.clean();
  setOnline(true);
  await changeLanguage(language);
  const queryClient = createQueryClient();
  const { queries } = queryClient.getDefaultOptions();
  // What is tried three times is there after three seconds; nobody learns anything from that here.
  queryClient.setDefaultOptions({ queries: { ...queries, retry: false } });
  const router = createDashboardRouter(queryClient);
  const history = createMemoryHistory({ initialEntries: [path] });
  router.update({ ...router.options, history, scrollRestoration: false });
  await router.load();
  return { queryClient, router };
}
