import type { JSONValue, LanguageModelV4Message, SharedV4ProviderMetadata } from '@ai-sdk/provider';

export interface ToolUse {
  toolCallId: string;
  toolName: string;
  input: unknown;
  value: JSONValue;
  /** What the provider wants back with its call, such as the signature of a thought. */
  providerMetadata?: SharedV4ProviderMetadata | undefined;
}

/** Uses of tools as a model's history has them: what it said and called, and what came of it. */
export function toolMessages(text: string, uses: ToolUse[]): LanguageModelV4Message[] {
  if (uses.length === 0) return [];
  return [
    {
      role: 'assistant',
      content: [
        ...(text === '' ? [] : [{ type: 'text' as const, text }]),
        ...uses.map(({ toolCallId, toolName, input, providerMetadata }) => ({
          type: 'tool-call' as const,
          toolCallId,
          toolName,
          input,
          ...(providerMetadata ? { providerOptions: providerMetadata } : {}),
        })),
      ],
    },
    {
      role: 'tool',
      content: uses.map(({ toolCallId, toolName, value }) => ({
        type: 'tool-result',
        toolCallId,
        toolName,
        output: { type: 'json', value },
      })),
    },
  ];
}
