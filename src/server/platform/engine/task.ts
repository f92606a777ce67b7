/** A step of a task: what it returned is kept, and a task that is taken over does not run it again. */
export type Step = <Result>(
  name: string,
  run: () => Promise<Result>,
  options?: { retries?: number },
) => Promise<Result>;

/**
 * Work that survives its process. All that it does to the world happens in steps. A step that was begun and did not come to its end
 * runs again, so what must not happen twice has to be guarded by a row of its own.
 */
export type Task = (input: string, step: Step) => Promise<void>;
