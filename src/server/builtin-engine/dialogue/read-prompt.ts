import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
  LanguageModelV4Message,
  LanguageModelV4ToolResultPart,
} from '@ai-sdk/provider';
import type { PromptOptions, ToolOptions } from '../protocol.ts';

/** A tool as the engine decides on it. */
export interface OfferedTool extends ToolOptions {
  name: string;
  inputSchema: LanguageModelV4FunctionTool['inputSchema'];
  /** The state of its last card, as its result said; null: not used in this conversation, or the result is pending. */
  lastStatus: string | null;
}

/** A call to the model, in the words of a conversation. */
export interface Dialogue {
  options: PromptOptions;
  tools: OfferedTool[];
  /** The visitor's last message, as it was written. */
  latestMessage: string;
  /** All that the visitor wrote since the last answer. */
  unanswered: string;
  /** What the agent said to the words before; empty: nothing. */
  lastAnswer: string;
  /** The turn goes on after a tool: null where it does not. */
  afterTool: { failed: boolean; alreadyOpen: boolean } | null;
}

export function readPrompt({ prompt, tools = [], toolChoice }: LanguageModelV4CallOptions): Dialogue {
  const spoken = prompt.filter((message) => message.role === 'user' || message.role === 'assistant');
  const answeredUpTo = spoken.findLastIndex((message) => message.role === 'assistant') + 1;
  const askedUpTo = spoken.findLastIndex((message, at) => message.role === 'user' && at < answeredUpTo) + 1;
  const unanswered = spoken.slice(answeredUpTo).map(textOf);
  const last = prompt.at(-1);
  const statuses = readStatuses(prompt);
  return {
    options: readOptions(prompt),
    tools: toolChoice?.type === 'none' ? [] : tools.flatMap((tool) => readTool(tool, statuses)),
    latestMessage: unanswered.at(-1) ?? '',
    unanswered: unanswered.join('\n'),
    lastAnswer: spoken.slice(askedUpTo, answeredUpTo).map(textOf).join('\n').trim(),
    afterTool: last?.role === 'tool' ? readAfterTool(last) : null,
  };
}

function readAfterTool(message: LanguageModelV4Message): Dialogue['afterTool'] {
  const results = resultsOf(message);
  return {
    failed: results.some(isFailure),
    alreadyOpen: results.some((result) => statusOf(result) === 'already_open'),
  };
}

function readOptions(prompt: LanguageModelV4Message[]): PromptOptions {
  const system = prompt.find((message) => message.role === 'system');
  // The seam is typed by Bellhop's own `PromptOptions`; another caller may leave it out.
  const given = system?.providerOptions?.bellhop as Partial<PromptOptions> | undefined;
  return {
    agentName: given?.agentName ?? '',
    language: given?.language ?? 'auto',
    snippets: given?.snippets ?? [],
  };
}

function readTool(
  tool: NonNullable<LanguageModelV4CallOptions['tools']>[number],
  statuses: Map<string, string>,
): OfferedTool[] {
  if (tool.type !== 'function') return [];
  const given = tool.providerOptions?.bellhop as Partial<ToolOptions> | undefined;
  return [
    {
      name: tool.name,
      inputSchema: tool.inputSchema,
      label: given?.label ?? tool.name,
      guidance: {
        whenToUse: given?.guidance?.whenToUse ?? tool.description ?? '',
        whenNotToUse: given?.guidance?.whenNotToUse ?? '',
        examples: given?.guidance?.examples ?? [],
        counterExamples: given?.guidance?.counterExamples ?? [],
      },
      ...(given?.leadIn === undefined ? {} : { leadIn: given.leadIn }),
      lastStatus: statuses.get(tool.name) ?? null,
    },
  ];
}

function statusOf({ output }: LanguageModelV4ToolResultPart): string | null {
  const value = output.type === 'json' ? output.value : null;
  if (typeof value !== 'object' || value === null || !('status' in value)) return null;
  return typeof value.status === 'string' ? value.status : null;
}

/** The last status that each tool's results told. */
function readStatuses(prompt: LanguageModelV4Message[]): Map<string, string> {
  const statuses = new Map<string, string>();
  for (const result of prompt.flatMap(resultsOf)) {
    const status = statusOf(result);
    if (status !== null) statuses.set(result.toolName, status);
  }
  return statuses;
}

function resultsOf(message: LanguageModelV4Message): LanguageModelV4ToolResultPart[] {
  if (message.role !== 'tool') return [];
  return message.content.filter((part) => part.type === 'tool-result');
}

function isFailure(part: { type: string; output?: LanguageModelV4ToolResultPart['output'] }): boolean {
  return (
    part.output !== undefined && ['error-text', 'error-json', 'execution-denied'].includes(part.output.type)
  );
}

function textOf(message: LanguageModelV4Message): string {
  if (message.role !== 'user' && message.role !== 'assistant') return '';
  return message.content
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n')
    .trim();
}
