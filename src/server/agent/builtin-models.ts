import type { LanguageModelV4 } from '@ai-sdk/provider';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
export function builtinModels(_checkout: string): () => LanguageModelV4 {
  return () => scriptedModel((call) => [{ say: `Echo: ${lastWords(call)}` }]);
}
