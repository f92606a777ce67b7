import type { LanguageModelV4 } from '@ai-sdk/provider';
import { wrapModel } from './wrap-model.ts';

/** Asks the fallback when the model fails before it has said anything. */
export function withFallback(
  model: LanguageModelV4,
  fallback: LanguageModelV4,
  onFailure: (error: unknown) => void,
): LanguageModelV4 {
  return wrapModel(model, async (options) => {
    try {
      return await model.doStream(options);
    } catch (error) {
      options.abortSignal?.throwIfAborted();
      onFailure(error);
      return fallback.doStream(options);
    }
  });
}
