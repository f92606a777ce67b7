import { setTimeout as sleep } from 'node:timers/promises';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { ModelError } from './model-error.ts';
import { wrapModel } from './wrap-model.ts';

const RETRIES = 2;
const FIRST_PAUSE_MS = 500;

export interface RetryOptions {
  /** For all pauses together, in milliseconds: who would have to wait longer is told the failure at once. */
  maxWaitMs: number;
  wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  random?: () => number;
}

/** Asks again after a failure that may pass, at most twice, as long as `doStream` has not resolved. */
export function withRetries(
  model: LanguageModelV4,
  { maxWaitMs, wait = pause, random = Math.random }: RetryOptions,
): LanguageModelV4 {
  return wrapModel(model, async (options) => {
    const { abortSignal } = options;
    let waited = 0;
    for (let failures = 0; ; failures++) {
      try {
        return await model.doStream(options);
      } catch (error) {
        abortSignal?.throwIfAborted();
        if (!(error instanceof ModelError && error.isTransient) || failures === RETRIES) throw error;
        const jitter = random() * FIRST_PAUSE_MS * 2 ** failures;
        // Who is told when to come back does not come earlier, and not all at the same moment.
        const milliseconds = (error.retryAfterMs ?? 0) + jitter;
        waited += milliseconds;
        if (waited > maxWaitMs) throw error;
        await wait(milliseconds, abortSignal);
        abortSignal?.throwIfAborted();
      }
    }
  });
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  // That it was aborted is looked at afterwards, for the reason that the signal gives.
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}
