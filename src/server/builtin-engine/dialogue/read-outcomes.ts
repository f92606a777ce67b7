import type { LanguageModelV4Message } from '@ai-sdk/provider';

/** What came of a use of a tool. */
export interface ToolOutcome {
  toolName: string;
  /** The tool itself failed, and told nothing that could be said. */
  isBroken: boolean;
  /** What it told, where that was JSON. */
  value: Record<string, unknown>;
}

export function readOutcomes(message: LanguageModelV4Message): ToolOutcome[] {
  if (message.role !== 'tool') return [];
  return message.content.flatMap((part) => {
    if (part.type !== 'tool-result') return [];
    const { toolName, output } = part;
    const isBroken = ['error-text', 'error-json', 'execution-denied'].includes(output.type);
    const value = output.type === 'json' ? output.value : null;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [{ toolName, isBroken, value: isObject ? { ...value } : {} }];
  });
}

export function statusOf({ status }: ToolOutcome['value']): string | null {
  return typeof status === 'string' ? status : null;
}
