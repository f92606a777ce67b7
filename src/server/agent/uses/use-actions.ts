import type { JSONValue, LanguageModelV4Message } from '@ai-sdk/provider';
import type { ActionContext } from '../../../actions/define.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import { type ToolUse, toolMessages } from '../prompt/tool-messages.ts';
import type { Step } from '../turn/read-step.ts';
import { MAX_CALLS_PER_TURN, type TurnProgress } from '../turn/stop-conditions.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import type { CallHost } from './turn-host.ts';
import { useAction } from './use-action.ts';

interface Uses {
  tools: AgentTool[];
  context(tool: AgentTool): ActionContext;
  host: CallHost;
  draft: TurnDraft;
  progress: TurnProgress;
}

/** Does what a step asks for, in its order. @returns what the model is told of it */
export async function useActions(
  { text, calls }: Step,
  { tools, context, host, draft, progress }: Uses,
): Promise<LanguageModelV4Message[]> {
  const results: ToolUse[] = [];
  for (const call of calls) {
    const tell = (value: JSONValue) => results.push({ ...call, input: parseOrText(call.input), value });
    if (progress.ended || progress.calls >= MAX_CALLS_PER_TURN) {
      tell({ status: 'refused', error: 'Not in this turn any more.' });
      continue;
    }
    progress.calls++;
    const tool = tools.find(({ name }) => name === call.toolName);
    const { result, card, endsTurn = false } = await useAction(tool, call, { context, host, draft });
    if (tool && card) draft.addUse(tool.action, card.payload);
    progress.ended ||= endsTurn;
    tell(result as JSONValue);
  }
  return toolMessages(text, results);
}

/** What the model wrote, as it wrote it: the refusal beside it says what was wrong. */
function parseOrText(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return { malformed: input };
  }
}
