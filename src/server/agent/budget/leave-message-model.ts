import { ReadableStream } from 'node:stream/web';
import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { findKind } from '../../../actions/index.ts';
import type { Language } from '../../builtin-engine/language/detect-language.ts';
import { wrapModel } from '../models/wrap-model.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import { LEAVE_MESSAGE_TEXTS } from './leave-message-texts.ts';

/** Answers for a model that may not be asked any more today: takes a message, by the agent's form where it has one. */
export function leaveMessageModel(tools: AgentTool[], language: Language): LanguageModelV4 {
  const form = tools.find(({ action }) => findKind(action.kind)?.takesMessages);
  return wrapModel({ provider: 'bellhop', modelId: 'leave-message' }, async ({ prompt }) => ({
    stream: ReadableStream.from(
      prompt.at(-1)?.role === 'tool' ? [finish('stop')] : say(language, form),
    ) as unknown as globalThis.ReadableStream<LanguageModelV4StreamPart>,
  }));
}

function say(language: Language, form: AgentTool | undefined): LanguageModelV4StreamPart[] {
  const delta = LEAVE_MESSAGE_TEXTS[form ? 'withForm' : 'withoutForm'][language];
  const words: LanguageModelV4StreamPart[] = [
    { type: 'text-start', id: 'text' },
    { type: 'text-delta', id: 'text', delta },
    { type: 'text-end', id: 'text' },
  ];
  if (!form) return [...words, finish('stop')];
  const call = { type: 'tool-call', toolCallId: 'leave-message', toolName: form.name, input: '{}' } as const;
  return [...words, call, finish('tool-calls')];
}

function finish(unified: 'stop' | 'tool-calls'): LanguageModelV4StreamPart {
  const inputTokens = { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 };
  const outputTokens = { total: 0, text: 0, reasoning: 0 };
  return { type: 'finish', usage: { inputTokens, outputTokens }, finishReason: { unified, raw: unified } };
}
