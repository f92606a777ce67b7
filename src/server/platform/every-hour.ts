import type { Log } from './log.ts';

const HOUR_MS = 3_600_000;

/** Runs small clean-ups every hour, and once some minutes after the start. @returns the call that ends it */
export function everyHour(log: Log, tasks: (() => Promise<void>)[]): () => void {
  const run = async () => {
    for (const task of tasks) {
      try {
        await task();
      } catch (error) {
        log.warn({ err: error }, 'a clean-up failed, it is tried again in an hour');
      }
    }
  };
  const first = setTimeout(run, HOUR_MS / 12);
  const timer = setInterval(run, HOUR_MS);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
