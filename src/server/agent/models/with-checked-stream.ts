import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { wrapModel } from './wrap-model.ts';

interface CheckOptions {
  /** Makes a typed error of whatever the provider failed with. `began`: its answer had begun. */
  explain(error: unknown, began: boolean): Error;
  /** Told once for each question that was worked on, however it ended. `written`: characters that had come. */
  onEnd(end: { options: LanguageModelV4CallOptions; usage?: LanguageModelV4Usage; written: number }): void;
}

/** A stream that ended without its provider saying so. */
export class CutStreamError extends Error {}

/**
 * Resolves `doStream` only when there is something to show, so that whatever fails before then can be tried again by
 * whoever stands around it. What fails later errors the stream. Nothing else looks at each part, so this is kept thin.
 */
export function withCheckedStream(model: LanguageModelV4, check: CheckOptions): LanguageModelV4 {
  return wrapModel(model, async (options) => {
    const reader = await start(model, options, check);
    let began = false;
    let written = 0;
    let ended = false;

    function end(usage?: LanguageModelV4Usage): void {
      if (ended) return;
      ended = true;
      check.onEnd({ options, written, ...(usage ? { usage } : {}) });
    }

    function fail(error: unknown): unknown {
      end();
      reader.cancel().catch(() => {});
      return options.abortSignal?.aborted ? options.abortSignal.reason : check.explain(error, began);
    }

    async function read(): Promise<LanguageModelV4StreamPart> {
      let part: LanguageModelV4StreamPart | undefined;
      try {
        part = (await reader.read()).value;
      } catch (error) {
        throw fail(error);
      }
      if (part === undefined) throw fail(new CutStreamError());
      if (part.type === 'text-delta' || part.type === 'reasoning-delta' || part.type === 'tool-input-delta') {
        written += part.delta.length;
        began = true;
      } else if (part.type === 'error') throw fail(part.error);
      else if (part.type === 'finish') {
        if (isCut(part.finishReason.unified)) throw fail(new CutStreamError());
        end(part.usage);
      }
      return part;
    }

    const head: LanguageModelV4StreamPart[] = [];
    for (;;) {
      const part = await read();
      head.push(part);
      if (isShown(part) || part.type === 'finish') break;
    }
    return {
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        async pull(controller) {
          const part = head.shift() ?? (await read());
          controller.enqueue(part);
          if (part.type === 'finish') controller.close();
        },
        async cancel(reason) {
          end();
          await reader.cancel(reason);
        },
      }),
    };
  });
}

async function start(model: LanguageModelV4, options: LanguageModelV4CallOptions, check: CheckOptions) {
  options.abortSignal?.throwIfAborted();
  try {
    return (await model.doStream(options)).stream.getReader();
  } catch (error) {
    if (!options.abortSignal?.aborted) throw check.explain(error, false);
    // It was sent, so it may be worked on.
    check.onEnd({ options, written: 0 });
    throw options.abortSignal.reason;
  }
}

/** Thoughts are shown to nobody, but they say that the model is at work. */
function isShown(part: LanguageModelV4StreamPart): boolean {
  return (part.type === 'text-delta' || part.type === 'reasoning-delta') && part.delta !== '';
}

function isCut(reason: string): boolean {
  return reason === 'interrupted' || reason === 'error';
}
