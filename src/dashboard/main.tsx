import './app/trusted-types.ts';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './ui/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeAgentFromAddress } from './app/agent.ts';
import { createQueryClient } from './app/query-client.ts';
import { startTexts } from './app/texts.ts';
import { loadTexts } from './load-texts.ts';
import { createDashboardRouter } from './router.tsx';
import { ConfirmProvider } from './ui/asking/confirm-provider.tsx';
import { cssVariables, theme } from './ui/theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// What locks the page behind a dialog makes a style element of its own, and looks here.
Object.assign(globalThis, { __webpack_nonce__: nonce });
const queryClient = createQueryClient();
takeAgentFromAddress();
const router = createDashboardRouter(queryClient);
await startTexts(loadTexts);

createRoot(document.getElementById('root') as HTMLElement).render(
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
  </StrictMode>,
);
