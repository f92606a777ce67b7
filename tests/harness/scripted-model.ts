import { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';

/** One thing that a scripted model does: say a text, call a tool, wait, break. */
export type ScriptPart =
  | { say: string }
  | { call: string; input?: unknown }
  | { cite: { id: string; title: string; url: string } }
  | { waitMs: number }
  | { fail: string };

export type Script = (call: LanguageModelV4CallOptions, step: number) => ScriptPart[];

const USAGE = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A language model that follows a script, over the interface that real providers have. */
export function scriptedModel(script: Script): MockLanguageModelV4 {
  let steps = 0;
  return new MockLanguageModelV4({
    doStream: async (call) => ({ stream: play(script(call, steps++), call.abortSignal) }),
  });
}

/** The visitor's last words, as the model got them. */
export function lastWords({ prompt }: LanguageModelV4CallOptions): string {
  const last = prompt.findLast(({ role }) => role === 'user');
  return last?.role === 'user'
    ? last.content.map((part) => (part.type === 'text' ? part.text : '')).join('')
    : '';
}

function play(
  parts: ScriptPart[],
  signal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  // The browser's type of the same class does not know `from`.
  return NodeReadableStream.from(stream(parts, signal)) as ReadableStream<LanguageModelV4StreamPart>;
}

async function* stream(
  parts: ScriptPart[],
  signal: AbortSignal | undefined,
): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  let called = false;
  let count = 0;
  for (const part of parts) {
    const id = String(count++);
    if ('waitMs' in part) await wait(part.waitMs, signal);
    else if ('fail' in part) yield { type: 'error', error: new Error(part.fail) };
    else if ('cite' in part) yield { type: 'source', sourceType: 'url', ...part.cite };
    else if ('say' in part) {
      yield { type: 'text-start', id };
      yield { type: 'text-delta', id, delta: part.say };
      yield { type: 'text-end', id };
    } else {
      called = true;
      const input = typeof part.input === 'string' ? part.input : JSON.stringify(part.input ?? {});
      yield { type: 'tool-call', toolCallId: `call-${crypto.randomUUID()}`, toolName: part.call, input };
    }
  }
  const unified = called ? 'tool-calls' : 'stop';
  yield {
    type: 'finish',
    usage: USAGE,
    finishReason: { unified, raw: unified },
  } as LanguageModelV4StreamPart;
}

/** Like a provider's stream: it ends early when the caller hangs up. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
