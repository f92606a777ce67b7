import { lazy, Suspense, useState } from 'react';
import { AgentButton } from './agent-button.tsx';

/** Loaded when it is first opened: the first page does without. */
const Entries = lazy(() => import('./agent-menu-entries.tsx'));

/** Which agent the pages are about, the others, and a new one. */
export function AgentMenu() {
  const [isAskedFor, setAskedFor] = useState(false);
  const button = <AgentButton aria-haspopup="menu" aria-expanded={false} onClick={() => setAskedFor(true)} />;
  if (!isAskedFor) return button;
  return (
    <Suspense fallback={button}>
      <Entries />
    </Suspense>
  );
}
