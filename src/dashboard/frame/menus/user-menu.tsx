import { lazy, Suspense, useState } from 'react';
import { UserButton } from './user-button.tsx';

/** Loaded when it is first opened: the first page does without. */
const Entries = lazy(() => import('./user-menu-entries.tsx'));

/** Who is signed in, how it looks, in which language, and the way out. */
export function UserMenu() {
  const [isAskedFor, setAskedFor] = useState(false);
  const button = <UserButton aria-haspopup="menu" aria-expanded={false} onClick={() => setAskedFor(true)} />;
  if (!isAskedFor) return button;
  return (
    <Suspense fallback={button}>
      <Entries />
    </Suspense>
  );
}
