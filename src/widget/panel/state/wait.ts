/** Delay before retry number `failures` (from 1): doubling from one second to 30, spread so that clients part. */
export function backoff(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}

export interface Waiter {
  /** Resolves after `milliseconds`, or at the next `wake`. */
  wait(milliseconds: number): Promise<void>;
  wake(): void;
}

export function createWaiter(): Waiter {
  let wake = () => {};
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}
