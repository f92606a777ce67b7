import { useWindowEvent } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { SHORTCUTS_ASKED_FOR } from './open-shortcuts.ts';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));

/** `?`: what every key does. Loaded when it is first asked for. */
export function Shortcuts() {
  const [isAskedFor, setAskedFor] = useState(false);
  useWindowEvent(SHORTCUTS_ASKED_FOR, () => setAskedFor(true));
  return isAskedFor ? (
    <Suspense>
      <ShortcutsDialog onClose={() => setAskedFor(false)} />
    </Suspense>
  ) : null;
}
