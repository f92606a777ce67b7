import type { LanguageModelV4 } from '@ai-sdk/provider';
import { ModelError } from './model-error.ts';
import { wrapModel } from './wrap-model.ts';

/** Gives a model, its retries included, so many milliseconds until it begins to answer. */
export function withPatience(model: LanguageModelV4, milliseconds: number, name: string): LanguageModelV4 {
  return wrapModel(model, async (options) => {
    const late = new AbortController();
    const timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1_000);
      late.abort(new ModelError('too_slow', `${name} did not begin to answer within ${seconds} seconds.`));
    }, milliseconds);
    const signals = options.abortSignal ? [options.abortSignal, late.signal] : [late.signal];
    try {
      return await model.doStream({ ...options, abortSignal: AbortSignal.any(signals) });
    } finally {
      clearTimeout(timer);
    }
  });
}
