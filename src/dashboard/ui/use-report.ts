import { useTranslation } from 'react-i18next';
import { useExplain } from './use-explain.ts';

/** Tells briefly what was done, or why it was not. */
export function useReport() {
  const { t } = useTranslation();
  const explain = useExplain();
  const show = async (notice: { color: string; message: string; autoClose?: number }) => {
    // With the first of them: the first page does without.
    const { showNotice } = await import('./notices.tsx');
    showNotice({ ...notice, closeButtonProps: { 'aria-label': t('close') } });
  };
  const report = (error: unknown) => void show({ color: 'red', message: explain(error), autoClose: 10_000 });
  return {
    report,
    done: (message: string) => void show({ color: 'green', message }),
    /** Does it, and says why when it fails. */
    tryTo(work: () => Promise<unknown>): void {
      work().catch(report);
    },
  };
}
