import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Source,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import type { Reason } from '../../../contract/actions/reason.ts';
import type { FinishMetadata, PendingCall } from '../../builtin-engine/protocol.ts';
import { DEADLINES, DeadlineError, type Deadlines, readWithDeadlines } from './deadlines.ts';

/** A tool call as the model wrote it; the input is JSON text that may be wrong. */
export interface ToolCall {
  toolCallId: string;
  toolName: string;
  input: string;
  providerMetadata?: SharedV4ProviderMetadata | undefined;
}

/** One answer of the model. */
export interface Step {
  text: string;
  calls: ToolCall[];
  sources: LanguageModelV4Source[];
  /** Why, where the model says so. */
  reasons: Reason[];
  /** The action that it asks the visitor for the inputs of, where the model says so. */
  pending?: PendingCall | undefined;
  /** What it took, where the model says so. */
  usage?: LanguageModelV4Usage;
}

interface StepOptions {
  call: LanguageModelV4CallOptions;
  signal: AbortSignal;
  deadlines?: Deadlines;
  onText?(delta: string): void;
}

/** Asks the model once and reads its answer to the end. @throws DeadlineError, or what the model failed with */
export async function readStep(model: LanguageModelV4, options: StepOptions): Promise<Step> {
  const { call, deadlines = DEADLINES, onText } = options;
  const step: Step = { text: '', calls: [], sources: [], reasons: [] };
  // The model's own work ends with the step, however the step ends.
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  try {
    const { stream } = await startInTime(
      model,
      { ...call, abortSignal: signal },
      deadlines.firstTokenMs,
      signal,
    );
    for await (const part of readWithDeadlines(stream, deadlines, signal, isToken)) {
      if (part.type === 'text-delta') {
        step.text += part.delta;
        onText?.(part.delta);
      } else if (part.type === 'tool-call') step.calls.push(part);
      else if (part.type === 'source') step.sources.push(part);
      else if (part.type === 'error') throw toError(part.error);
      else if (part.type === 'finish')
        Object.assign(step, { usage: part.usage }, readFinish(part.providerMetadata));
    }
    return step;
  } finally {
    ended.abort();
  }
}

function isToken({ type }: LanguageModelV4StreamPart): boolean {
  return type !== 'stream-start' && type !== 'response-metadata' && type !== 'ping' && type !== 'raw';
}

/** A provider that does not even answer the request must not hold the turn. */
async function startInTime(
  model: LanguageModelV4,
  call: LanguageModelV4CallOptions,
  milliseconds: number,
  signal: AbortSignal,
) {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new DeadlineError('firstTokenMs')), milliseconds);
  const onAbort = () => late.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([model.doStream(call), late.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function readFinish(metadata: { bellhop?: object } | undefined): Pick<Step, 'reasons' | 'pending'> {
  const { reasons = [], pending } = (metadata?.bellhop ?? {}) as Partial<FinishMetadata>;
  return { reasons, pending };
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`the model failed: ${JSON.stringify(thrown)}`);
}
