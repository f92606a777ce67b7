import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Endpoint } from './find-endpoint.ts';

/** Without one the packages would look for a key in the environment; the real one is put on each request. */
const NO_KEY = 'none';

/**
 * The model of an endpoint as its package has it. OpenAI's is spoken to by chat completions, as all that is like it.
 * Each package is loaded by its first model: a server carries those that it uses.
 */
export async function openProvider(
  { provider, modelId, baseUrl }: Endpoint,
  fetch: typeof globalThis.fetch,
): Promise<LanguageModelV4> {
  const settings = { baseURL: baseUrl, apiKey: NO_KEY, fetch };
  switch (provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI(settings).chat(modelId);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic(settings).languageModel(modelId);
    }
    case 'google': {
      const { createGoogle } = await import('@ai-sdk/google');
      return createGoogle(settings).languageModel(modelId);
    }
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({ ...settings, name: provider, includeUsage: true }).chatModel(modelId);
    }
  }
}
