import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
  LanguageModelV4Message,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { createBuiltinEngine } from '../../src/server/builtin-engine/builtin-engine.ts';
import type { PromptOptions, ToolOptions } from '../../src/server/builtin-engine/protocol.ts';

const engine = createBuiltinEngine({ pace: 0 });

interface AskSettings {
  tools?: LanguageModelV4FunctionTool[];
  options?: Partial<PromptOptions>;
  call?: Partial<LanguageModelV4CallOptions>;
}

/** Asks the engine as a turn would, and sorts what it streams. */
export async function askEngine(
  messages: LanguageModelV4Message[],
  { tools = [], options, call }: AskSettings = {},
) {
  const bellhop = { agentName: 'Ada', language: 'auto', snippets: [], ...options };
  // A copy, because a PromptSnippet as an interface is no JSON object to the compiler.
  const system = {
    role: 'system' as const,
    content: '',
    providerOptions: { bellhop: JSON.parse(JSON.stringify(bellhop)) },
  };
  const { stream } = await engine.doStream({ prompt: [system, ...messages], tools, ...call });
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream as unknown as AsyncIterable<LanguageModelV4StreamPart>) parts.push(part);
  return {
    parts,
    text: parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join(''),
    calls: parts.flatMap((part) =>
      part.type === 'tool-call' ? [{ name: part.toolName, input: JSON.parse(part.input) }] : [],
    ),
    sources: parts.filter((part) => part.type === 'source'),
    finish: parts.find((part) => part.type === 'finish'),
  };
}

export function visitor(text: string): LanguageModelV4Message {
  return { role: 'user', content: [{ type: 'text', text }] };
}

export function agent(text: string): LanguageModelV4Message {
  return { role: 'assistant', content: [{ type: 'text', text }] };
}

/** The agent used a tool, and this became of its card. */
export function used(toolName: string, status: string): LanguageModelV4Message[] {
  const call = { toolCallId: 'call', toolName };
  return [
    { role: 'assistant', content: [{ type: 'tool-call', ...call, input: {} }] },
    {
      role: 'tool',
      content: [{ type: 'tool-result', ...call, output: { type: 'json', value: { status } } }],
    },
  ];
}

export function tool(
  label: string,
  whenToUse: string,
  {
    guidance,
    leadIn,
    ...more
  }: Partial<LanguageModelV4FunctionTool> & {
    guidance?: Partial<ToolOptions['guidance']>;
    leadIn?: Record<string, string>;
  } = {},
): LanguageModelV4FunctionTool {
  const words = { whenToUse, whenNotToUse: '', examples: [], counterExamples: [], ...guidance };
  return {
    type: 'function',
    name: label.toLowerCase().replaceAll(' ', '_'),
    inputSchema: { type: 'object', properties: {}, additionalProperties: false },
    providerOptions: { bellhop: { label, guidance: words, ...(leadIn === undefined ? {} : { leadIn }) } },
    ...more,
  };
}
