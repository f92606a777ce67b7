import { join } from 'node:path';
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content } from '@ai-sdk/provider';
import type { Decision } from './dialogue/decision.ts';
import { readPrompt } from './dialogue/read-prompt.ts';
import { findAssets } from './find-assets.ts';
import type { CallOptions } from './protocol.ts';
import { Router } from './routing/router.ts';
import { finishOf, streamDecision, toContent } from './stream-decision.ts';

export interface BuiltinEngineOptions {
  /** Milliseconds between two words; 0: all at once. */
  pace?: number;
  /** The folder of `word-vectors.bin`; absent: the checkout's `assets`, found from where the program lies. */
  assetsDirectory?: string;
}

/**
 * A language model that needs no key and no network: it chooses among tools by their guidance and answers with the
 * given snippets, never in words of its own making. It keeps no state between calls.
 */
export function createBuiltinEngine({
  pace = 20,
  assetsDirectory,
}: BuiltinEngineOptions = {}): LanguageModelV4 {
  const router = new Router(join(assetsDirectory ?? findAssets(), 'word-vectors.bin'));
  return {
    specificationVersion: 'v4',
    provider: 'bellhop',
    modelId: 'builtin-1',
    supportedUrls: {},
    async doStream(options) {
      const decision = await decideOn(options, router);
      return {
        stream: streamDecision(decision, {
          pace: readCallOptions(options).pace ?? pace,
          warnings: warnings(options),
          ...(options.abortSignal === undefined ? {} : { signal: options.abortSignal }),
        }),
      };
    },
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const decision = await decideOn(options, router);
      const content: LanguageModelV4Content[] = toContent(decision);
      return { content, ...finishOf(decision), warnings: warnings(options) };
    },
  };
}

/** Loaded with the first decision, so that a server on another model never pays for what reads dates and numbers. */
async function decideOn(options: LanguageModelV4CallOptions, router: Router): Promise<Decision> {
  const { decide } = await import('./dialogue/decide.ts');
  return decide(readPrompt(options), router);
}

function readCallOptions({ providerOptions }: LanguageModelV4CallOptions): CallOptions {
  return (providerOptions?.bellhop as CallOptions | undefined) ?? {};
}

function warnings({ toolChoice, tools = [], responseFormat }: LanguageModelV4CallOptions) {
  const features = [
    ...(toolChoice?.type === 'required' || toolChoice?.type === 'tool'
      ? [`tool choice “${toolChoice.type}”`]
      : []),
    ...(tools.some(({ type }) => type === 'provider') ? ['tools of a provider'] : []),
    ...(responseFormat?.type === 'json' ? ['JSON answers'] : []),
  ];
  return features.map((feature) => ({ type: 'unsupported' as const, feature }));
}
