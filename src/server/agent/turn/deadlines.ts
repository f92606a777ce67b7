/** How long a model may take, in milliseconds. */
export interface Deadlines {
  firstTokenMs: number;
  idleMs: number;
  /** Of the whole turn, over all of its steps. */
  totalMs: number;
}

export const DEADLINES: Deadlines = { firstTokenMs: 15_000, idleMs: 10_000, totalMs: 90_000 };

/** The model was too slow. `which` names the limit it missed. */
export class DeadlineError extends Error {
  constructor(which: keyof Deadlines) {
    super(`the model missed its deadline ${which}`);
    this.name = 'DeadlineError';
  }
}

/**
 * Reads a stream whose source may stall for ever: between two parts at most `idleMs` go by, before the first one
 * at most `firstTokenMs`. @throws DeadlineError, or the signal's reason when it is aborted
 */
export async function* readWithDeadlines<Part>(
  stream: ReadableStream<Part>,
  { firstTokenMs, idleMs }: Pick<Deadlines, 'firstTokenMs' | 'idleMs'>,
  signal: AbortSignal,
  /** Whether a part counts as life: metadata before the first word does not. */
  isToken: (part: Part) => boolean,
): AsyncGenerator<Part> {
  const reader = stream.getReader();
  let fail: (reason: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const onAbort = () => fail(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  let timer = setTimeout(() => fail(new DeadlineError('firstTokenMs')), firstTokenMs);
  try {
    signal.throwIfAborted();
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), failed]);
      if (done) return;
      if (isToken(value)) {
        clearTimeout(timer);
        timer = setTimeout(() => fail(new DeadlineError('idleMs')), idleMs);
      }
      yield value;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    reader.cancel().catch(() => {});
  }
}
