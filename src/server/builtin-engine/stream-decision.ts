import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  JSONObject,
  LanguageModelV4FinishReason,
  LanguageModelV4Source,
  LanguageModelV4StreamPart,
  LanguageModelV4Text,
  LanguageModelV4ToolCall,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import type { Decision } from './dialogue/decision.ts';
import type { FinishMetadata, PromptSnippet } from './protocol.ts';

interface StreamSettings {
  /** Milliseconds between two words. */
  pace: number;
  warnings: SharedV4Warning[];
  signal?: AbortSignal;
}

/** The decision as a model's stream; it fails with the signal's reason once that is aborted. */
export function streamDecision(
  decision: Decision,
  settings: StreamSettings,
): ReadableStream<LanguageModelV4StreamPart> {
  const parts = streamParts(decision, settings);
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** The decision as a model's whole answer. */
export function toContent(
  decision: Decision,
): (LanguageModelV4Text | LanguageModelV4Source | LanguageModelV4ToolCall)[] {
  return [
    ...(decision.text === '' ? [] : [{ type: 'text' as const, text: decision.text }]),
    ...(decision.citation === undefined ? [] : [toSource(decision.citation)]),
    ...(decision.uses ?? []).map(toToolCall),
  ];
}

export function finishOf(decision: Decision): {
  usage: LanguageModelV4Usage;
  finishReason: LanguageModelV4FinishReason;
  providerMetadata: SharedV4ProviderMetadata;
} {
  const words = splitChunks(decision.text).length;
  const metadata: FinishMetadata = {
    reasons: decision.reasons,
    ...(decision.pending === undefined ? {} : { pending: decision.pending }),
  };
  return {
    usage: {
      inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: words, text: words, reasoning: undefined },
    },
    finishReason: { unified: decision.uses === undefined ? 'stop' : 'tool-calls', raw: undefined },
    providerMetadata: { bellhop: metadata as unknown as JSONObject },
  };
}

async function* streamParts(
  decision: Decision,
  { pace, warnings, signal }: StreamSettings,
): AsyncGenerator<LanguageModelV4StreamPart, undefined> {
  signal?.throwIfAborted();
  yield { type: 'stream-start', warnings };
  if (decision.text !== '') {
    const id = randomUUID();
    yield { type: 'text-start', id };
    for (const delta of splitChunks(decision.text)) {
      if (pace > 0) await wait(pace, undefined, signal === undefined ? {} : { signal });
      signal?.throwIfAborted();
      yield { type: 'text-delta', id, delta };
    }
    yield { type: 'text-end', id };
  }
  if (decision.citation !== undefined) yield toSource(decision.citation);
  for (const use of decision.uses ?? []) yield toToolCall(use);
  yield { type: 'finish', ...finishOf(decision) };
  return undefined;
}

/** Words, each with the space before it. */
function splitChunks(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function toSource({ id, sourceId, title, url }: PromptSnippet): LanguageModelV4Source {
  const shared = {
    type: 'source' as const,
    id: sourceId,
    title,
    providerMetadata: { bellhop: { sourceId, snippetId: id } },
  };
  return url === undefined
    ? { ...shared, sourceType: 'document', mediaType: 'text/plain' }
    : { ...shared, sourceType: 'url', url };
}

function toToolCall({ tool, inputs }: NonNullable<Decision['uses']>[number]): LanguageModelV4ToolCall {
  return {
    type: 'tool-call',
    toolCallId: randomUUID(),
    toolName: tool.name,
    input: JSON.stringify(inputs),
  };
}
