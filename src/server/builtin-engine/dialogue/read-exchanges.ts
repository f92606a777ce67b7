import type { LanguageModelV4Message } from '@ai-sdk/provider';

/** What the visitor said, and what the agent said and did then. */
export interface Exchange {
  /** Message by message. */
  said: string[];
  answer: string;
  calls: { toolName: string; input: Record<string, unknown> }[];
}

/** The conversation in pairs; `messages`: what the visitor wrote since the last answer. */
export function readExchanges(prompt: LanguageModelV4Message[]): { past: Exchange[]; messages: string[] } {
  const past: Exchange[] = [];
  let messages: string[] = [];
  for (const message of prompt) {
    if (message.role === 'user') messages.push(textOf(message));
    if (message.role !== 'assistant') continue;
    const goesOn = messages.length === 0 ? past.at(-1) : undefined;
    const exchange = goesOn ?? { said: messages, answer: '', calls: [] };
    exchange.answer = `${exchange.answer}\n${textOf(message)}`.trim();
    exchange.calls.push(...callsOf(message));
    if (goesOn === undefined) past.push(exchange);
    messages = [];
  }
  return { past, messages };
}

function textOf(message: LanguageModelV4Message): string {
  if (message.role !== 'user' && message.role !== 'assistant') return '';
  return message.content
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n')
    .trim();
}

function callsOf(message: LanguageModelV4Message): Exchange['calls'] {
  if (message.role !== 'assistant') return [];
  return message.content.flatMap((part) => {
    if (part.type !== 'tool-call') return [];
    const { toolName, input } = part;
    return [{ toolName, input: typeof input === 'object' && input !== null ? { ...input } : {} }];
  });
}
