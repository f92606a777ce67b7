import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Endpoint } from './find-endpoint.ts';

/** Without one the packages would look for a key in the environment; the real one is put on each request. */
const NO_KEY = 'none';

/** The model of an endpoint as its package has it. OpenAI's is spoken to by chat completions, as all that is like it. */
export function openProvider(
  { provider, modelId, baseUrl }: Endpoint,
  fetch: typeof globalThis.fetch,
): LanguageModelV4 {
  const settings = { baseURL: baseUrl, apiKey: NO_KEY, fetch };
  switch (provider) {
    case 'openai':
      return createOpenAI(settings).chat(modelId);
    case 'anthropic':
      return createAnthropic(settings).languageModel(modelId);
    case 'google':
      return createGoogle(settings).languageModel(modelId);
    case 'openai-compatible':
      return createOpenAICompatible({ ...settings, name: provider, includeUsage: true }).chatModel(modelId);
  }
}
