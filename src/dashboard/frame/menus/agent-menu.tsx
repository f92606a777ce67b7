import { AgentButton } from './agent-button.tsx';
import { lazyMenu } from './lazy-menu.tsx';

/** Which agent the pages are about, the others, and a new one. */
export const AgentMenu = lazyMenu(AgentButton, () => import('./agent-menu-entries.tsx'));
