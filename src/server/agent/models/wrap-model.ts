import type { LanguageModelV4 } from '@ai-sdk/provider';

/** A model with a way of its own to answer. Bellhop asks models by `doStream` only. */
export function wrapModel(
  { provider, modelId }: Pick<LanguageModelV4, 'provider' | 'modelId'>,
  doStream: LanguageModelV4['doStream'],
): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    supportedUrls: {},
    doStream,
    doGenerate: () => Promise.reject(new Error('models are asked by doStream only')),
  };
}
