import type { JSONObject, JSONValue, LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Agent } from '../../../contract/agent.ts';
import type { Snippet } from '../../../contract/knowledge.ts';
import type { PromptOptions } from '../../builtin-engine/protocol.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import { writeSystemPrompt } from './system-prompt.ts';

interface PromptSource {
  agent: Agent;
  timeline: Pick<TimelineEntry, 'id' | 'author' | 'text' | 'card' | 'actionId' | 'handedBack'>[];
  snippets: Snippet[];
  /** Tool names by action, to speak of the cards that were shown. */
  nameOf: Map<string, string>;
}

/** The whole of what a model is told: who it is, what it may rely on, and what was said so far. */
export function buildPrompt({ agent, timeline, snippets, nameOf }: PromptSource): LanguageModelV4Prompt {
  const options: PromptOptions = { agentName: agent.name, language: agent.language, snippets };
  return [
    {
      role: 'system',
      content: writeSystemPrompt(agent, snippets),
      providerOptions: { bellhop: options as unknown as JSONObject },
    },
    ...timeline.flatMap((entry, index) => [
      ...toMessages(entry, nameOf),
      ...(entry.handedBack && !timeline[index + 1]?.handedBack ? HANDED_BACK : []),
    ]),
  ];
}

/** Stands where a teammate turned the agent on again: what was said before is not the agent's to answer any more. */
const HANDED_BACK: LanguageModelV4Message[] = [
  {
    role: 'assistant',
    content: [{ type: 'text', text: '(The team has taken care of what was said so far.)' }],
  },
];

function toMessages(
  { id, author, text, card, actionId }: PromptSource['timeline'][number],
  nameOf: Map<string, string>,
): LanguageModelV4Message[] {
  if (card) {
    const toolName = actionId ? nameOf.get(actionId) : undefined;
    return toolName ? cardMessages(id, toolName, { status: card.state }) : [];
  }
  if (!text) return [];
  switch (author.type) {
    case 'visitor':
      return [{ role: 'user', content: [{ type: 'text', text }] }];
    case 'agent':
      return [{ role: 'assistant', content: [{ type: 'text', text }] }];
    case 'teammate':
      return [
        {
          role: 'assistant',
          content: [{ type: 'text', text: `(${author.name} of the team wrote:) ${text}` }],
        },
      ];
    case 'system':
      return [];
  }
}

/** A card that was shown is, for the model, a call of its tool and the state that it is in now. */
function cardMessages(toolCallId: string, toolName: string, value: JSONValue): LanguageModelV4Message[] {
  return [
    { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName, input: {} }] },
    {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId, toolName, output: { type: 'json', value } }],
    },
  ];
}
