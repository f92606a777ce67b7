import './app/trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { takeAgentFromAddress } from './app/agent.ts';
import { createQueryClient } from './app/query-client.ts';
import { startTexts } from './app/texts.ts';
import { Dashboard } from './dashboard.tsx';
import { loadTexts } from './load-texts.ts';
import { createDashboardRouter } from './router.tsx';

const queryClient = createQueryClient();
takeAgentFromAddress();
const router = createDashboardRouter(queryClient);
await startTexts(loadTexts);

createRoot(document.getElementById('root') as HTMLElement).render(
  <Dashboard queryClient={queryClient} router={router} />,
);
