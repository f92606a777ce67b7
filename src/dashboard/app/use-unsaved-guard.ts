import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before a page with unsaved changes is left, by a link, the browser's back, or closing it. Its own tabs and filters are no other page. */
export function useUnsavedGuard(isDirty: boolean): void {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && current.pathname !== next.pathname && !window.confirm(t('unsaved')),
    enableBeforeUnload: () => isDirty,
  });
}
