import { type ComponentPropsWithRef, type ComponentType, lazy, Suspense, useState } from 'react';

type ButtonProps = Pick<ComponentPropsWithRef<'button'>, 'aria-haspopup' | 'aria-expanded' | 'onClick'>;

/** A button whose menu is loaded when it is first opened: the first page does without. `load`: the button with its menu, open. */
export function lazyMenu(
  Button: ComponentType<ButtonProps>,
  load: () => Promise<{ default: ComponentType }>,
) {
  const Entries = lazy(load);
  return function LazyMenu() {
    const [isAskedFor, setAskedFor] = useState(false);
    const button = <Button aria-haspopup="menu" aria-expanded={false} onClick={() => setAskedFor(true)} />;
    if (!isAskedFor) return button;
    return (
      <Suspense fallback={button}>
        <Entries />
      </Suspense>
    );
  };
}
