import type { LanguageModelV4CallOptions, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { RemoteModel } from '../../../contract/model.ts';

/** What one question to a model took. */
export interface ModelUse {
  workspaceId: string;
  /** Undefined: no turn, but a test or a look at what the agent would do. */
  turnId: string | undefined;
  /** `openai/gpt-5-mini` */
  model: string;
  inputTokens: number;
  outputTokens: number;
  /** Millionths of a USD. */
  costMicros: number;
}

/** What Bellhop tells the models themselves, under `providerOptions.bellhop` of a call. */
export interface UsageOptions {
  turnId?: string;
}

/** Above what most models cost, so that a cost limit is not passed for want of a price. */
const ASSUMED_PRICE = { input: 5, output: 25 };
/** For answers whose provider did not say: rather too many tokens than too few. */
const CHARACTERS_PER_TOKEN = 3;
const MOST_TOKENS = 1_000_000_000;

/**
 * Counts one question. What was cut or withdrawn was worked on all the same, so without the provider's numbers it
 * is estimated from what was asked and what had come.
 */
export function countUsage(
  workspaceId: string,
  { provider, model, price = ASSUMED_PRICE }: RemoteModel,
  {
    options,
    usage,
    written,
  }: { options: LanguageModelV4CallOptions; usage?: LanguageModelV4Usage; written: number },
): ModelUse {
  const inputTokens = toCount(usage?.inputTokens.total) ?? estimateInput(options);
  const outputTokens = toCount(usage?.outputTokens.total) ?? Math.ceil(written / CHARACTERS_PER_TOKEN);
  const { turnId } = (options.providerOptions?.bellhop ?? {}) as UsageOptions;
  return {
    workspaceId,
    turnId,
    model: `${provider}/${model}`,
    inputTokens,
    outputTokens,
    // USD for a million tokens are millionths of a USD for one.
    costMicros: Math.ceil(inputTokens * price.input + outputTokens * price.output),
  };
}

function estimateInput({ prompt, tools }: LanguageModelV4CallOptions): number {
  // What is meant for Bellhop itself does not travel.
  const text = JSON.stringify([prompt, tools], (key, value) =>
    key === 'providerOptions' ? undefined : value,
  );
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** A server may say anything; nothing of it takes away from what was used, or cannot be stored. */
function toCount(said: number | undefined): number | undefined {
  return said !== undefined && Number.isSafeInteger(said) && said >= 0 && said < MOST_TOKENS
    ? said
    : undefined;
}
