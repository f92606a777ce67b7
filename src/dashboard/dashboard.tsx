import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './ui/styles.ts';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import type { createDashboardRouter } from './router.tsx';
import { ConfirmProvider } from './ui/asking/confirm-provider.tsx';
import { cssVariables, theme } from './ui/theme.ts';

interface DashboardProps {
  queryClient: QueryClient;
  router: ReturnType<typeof createDashboardRouter>;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// What locks the page behind a dialog makes a style element of its own, and looks here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The whole of it, at the page where the router stands. */
export function Dashboard({ queryClient, router }: DashboardProps) {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <ConfirmProvider>
            <RouterProvider router={router} />
          </ConfirmProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
