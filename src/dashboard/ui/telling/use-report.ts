import { useExplain } from '../states/use-explain.ts';

/** Tells briefly what was done, or why it was not. */
export function useReport() {
  const explain = useExplain();
  const show = async (notice: { color: string; message: string; autoClose?: number; undo?: () => void }) => {
    // With the first of them: the first page does without.
    const { showNotice } = await import('./notices.tsx');
    showNotice(notice);
  };
  const report = (error: unknown) => void show({ color: 'red', message: explain(error), autoClose: 10_000 });
  return {
    report,
    done: (message: string) => void show({ color: 'green', message }),
    /** What was done, with the way back. */
    doneWithUndo: (message: string, undo: () => unknown) =>
      void show({ color: 'green', message, undo: () => void (async () => undo())().catch(report) }),
    /** Does it, and says why when it fails. */
    tryTo(work: () => Promise<unknown>): void {
      work().catch(report);
    },
  };
}
