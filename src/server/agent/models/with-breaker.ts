import type { LanguageModelV4 } from '@ai-sdk/provider';
import { ModelError, type ModelFault } from './model-error.ts';
import { wrapModel } from './wrap-model.ts';

const FAILURES = 3;
const REST_MS = 30_000;

/** What says that the model is down. A wrong key fails at once, and is mended by the owner at any moment. */
const DOWN: ModelFault[] = ['rate_limited', 'unreachable', 'failing', 'too_slow', 'bad_answer'];

/**
 * After three failures in a row the model is not asked for 30 seconds; then one question shows whether it is back.
 * For models that have a fallback: others had nothing better to do than to try.
 */
export function withBreaker(
  model: LanguageModelV4,
  name: string,
  now: () => number = () => performance.now(),
): LanguageModelV4 {
  let failures = 0;
  let restsUntil = 0;
  return wrapModel(model, async (options) => {
    if (failures >= FAILURES && now() < restsUntil) {
      throw new ModelError('resting', `${name} failed several times, and is asked again in some seconds.`);
    }
    // The others go on around it while one asks.
    if (failures >= FAILURES) restsUntil = now() + REST_MS;
    try {
      const result = await model.doStream(options);
      failures = 0;
      return result;
    } catch (error) {
      if (error instanceof ModelError && DOWN.includes(error.reason)) {
        failures++;
        restsUntil = now() + REST_MS;
      }
      throw error;
    }
  });
}
