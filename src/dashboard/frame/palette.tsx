import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';

const Entries = lazy(() => import('./palette-entries.tsx'));
const ASKED_FOR = 'bellhop-palette';

export const openPalette = () => dispatchEvent(new Event(ASKED_FOR));

/** ⌘K: every page by its name. Loaded when it is first asked for. */
export function Palette() {
  const [isAskedFor, setAskedFor] = useState(false);
  useEffect(() => {
    const ask = () => setAskedFor(true);
    addEventListener(ASKED_FOR, ask);
    return () => removeEventListener(ASKED_FOR, ask);
  }, []);
  useHotkeys([['mod+K', openPalette]], []);
  return isAskedFor ? (
    <Suspense>
      <Entries onClose={() => setAskedFor(false)} />
    </Suspense>
  ) : null;
}
