import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';
import type { PromptOptions, ToolOptions } from '../protocol.ts';
import { type Exchange, readExchanges } from './read-exchanges.ts';
import { readOutcomes, statusOf, type ToolOutcome } from './read-outcomes.ts';

/** A tool as the engine decides on it. */
export interface OfferedTool extends ToolOptions {
  name: string;
  inputSchema: Extract<
    NonNullable<LanguageModelV4CallOptions['tools']>[number],
    { type: 'function' }
  >['inputSchema'];
  /** The state of its last card, as its result said; null: not used in this conversation, or the result is pending. */
  lastStatus: string | null;
}

/** A call to the model, in the words of a conversation. */
export interface Dialogue {
  options: PromptOptions;
  tools: OfferedTool[];
  /** What was said before and answered, oldest first. */
  past: Exchange[];
  /** All that the visitor wrote since the last answer, message by message. */
  messages: string[];
  /** The same as one text. */
  unanswered: string;
  /** All that the visitor wrote before. */
  earlier: string;
  /** What the agent said to the words before; empty: nothing. */
  lastAnswer: string;
  /** The turn goes on after tools, or starts with what came of one: null where it does neither. */
  outcomes: ToolOutcome[] | null;
}

export function readPrompt({ prompt, tools = [], toolChoice }: LanguageModelV4CallOptions): Dialogue {
  const { past, messages } = readExchanges(prompt);
  const last = prompt.at(-1);
  const statuses = readStatuses(prompt);
  return {
    options: readOptions(prompt),
    tools: toolChoice?.type === 'none' ? [] : tools.flatMap((tool) => readTool(tool, statuses)),
    past,
    messages,
    unanswered: messages.join('\n'),
    earlier: past.flatMap(({ said }) => said).join('\n'),
    lastAnswer: past.at(-1)?.answer ?? '',
    outcomes: last?.role === 'tool' ? readOutcomes(last) : null,
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
    ...(given?.now === undefined ? {} : { now: given.now }),
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
      ...(given?.effect === undefined ? {} : { effect: given.effect }),
      ...(given?.waits === undefined ? {} : { waits: given.waits }),
      lastStatus: statuses.get(tool.name) ?? null,
    },
  ];
}

/** The last status that each tool's results told. */
function readStatuses(prompt: LanguageModelV4Message[]): Map<string, string> {
  const statuses = new Map<string, string>();
  for (const { toolName, value } of prompt.flatMap(readOutcomes)) {
    const status = statusOf(value);
    if (status !== null) statuses.set(toolName, status);
  }
  return statuses;
}
