import type { JSONObject, JSONValue, LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Agent } from '../../../contract/agent.ts';
import { type Card, CONFIRMATION, INPUT_FORM } from '../../../contract/entry.ts';
import type { Snippet } from '../../../contract/knowledge.ts';
import type { PromptOptions } from '../../builtin-engine/protocol.ts';
import type { VisitorIdentity } from '../../conversations/identity/visitor-identity.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import { valuesOf } from '../../ledger/call-key.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import { writeSystemPrompt } from './system-prompt.ts';
import { toolMessages } from './tool-messages.ts';

interface PromptSource {
  agent: Agent;
  timeline: Pick<TimelineEntry, 'id' | 'seq' | 'author' | 'text' | 'card' | 'actionId' | 'handedBack'>[];
  snippets: Snippet[];
  /** Tool names by action, to speak of the cards that were shown. */
  nameOf: Map<string, string>;
  /** What was called before, and told: oldest first. */
  calls: CallRow[];
  /** Undefined: messages of nobody in particular. */
  identity: VisitorIdentity | undefined;
}

/** The whole of what a model is told: who it is, what it may rely on, and what was said so far. */
export function buildPrompt({
  agent,
  timeline,
  snippets,
  nameOf,
  calls,
  identity,
}: PromptSource): LanguageModelV4Prompt {
  const options: PromptOptions = {
    agentName: agent.name,
    language: agent.language,
    snippets,
    now: new Date().toISOString(),
  };
  const told = calls.filter(({ told, sent_at, result }) => told && sent_at && result);
  return [
    {
      role: 'system',
      content: writeSystemPrompt(agent, snippets, identity),
      providerOptions: { bellhop: options as unknown as JSONObject },
    },
    ...timeline.flatMap((entry, index) => [
      ...toMessages(entry, nameOf),
      ...callsBetween(told, entry.seq, timeline[index + 1]?.seq).flatMap((call) =>
        callMessages(call, nameOf),
      ),
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
    return toolName ? cardMessages(id, toolName, card) : [];
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

/** Those that stand after this entry and before the next. */
function callsBetween(calls: CallRow[], seq: number, next = Number.POSITIVE_INFINITY): CallRow[] {
  return calls.filter(({ after_seq }) => after_seq >= seq && after_seq < next);
}

/** A call and its outcome, as the model that made it would have them. */
export function callMessages(call: CallRow, nameOf: Map<string, string>): LanguageModelV4Message[] {
  // A kind of the chat has its card in the timeline, or nothing that a model needs to know.
  const toolName = nameOf.get(call.action_id);
  if (!toolName || !call.request) return [];
  const value = (call.result ?? { status: call.state }) as JSONValue;
  return toolMessages('', [{ toolCallId: call.id, toolName, input: valuesOf(call.inputs), value }]);
}

/** A card that was shown is, for the model, a call of its tool and the state that it is in now. */
function cardMessages(toolCallId: string, toolName: string, card: Card): LanguageModelV4Message[] {
  const status = (card.state === 'offered' && WAITING[card.kind]) || card.state;
  return toolMessages('', [{ toolCallId, toolName, input: {}, value: { status } }]);
}

const WAITING: Partial<Record<string, string>> = {
  [CONFIRMATION]: 'awaiting_confirmation',
  [INPUT_FORM]: 'awaiting_inputs',
};
