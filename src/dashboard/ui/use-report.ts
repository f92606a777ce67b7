import { notifications } from '@mantine/notifications';
import { useExplain } from './use-explain.ts';

/** Tells briefly what was done, or why it was not. */
export function useReport() {
  const explain = useExplain();
  const report = (error: unknown) =>
    notifications.show({ color: 'red', message: explain(error), autoClose: 10_000 });
  return {
    report,
    done: (message: string) => notifications.show({ color: 'green', message }),
    /** Does it, and says why when it fails. */
    tryTo(work: () => Promise<unknown>): void {
      work().catch(report);
    },
  };
}
