import type {
  JSONValue,
  LanguageModelV4,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
} from '@ai-sdk/provider';
import type { ActionContext } from '../../../actions/define.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import { DEADLINES, DeadlineError, type Deadlines } from './deadlines.ts';
import { readStep, type Step, type ToolCall } from './read-step.ts';
import {
  DEFAULT_STOP,
  MAX_CALLS_PER_TURN,
  type StopCondition,
  type TurnProgress,
} from './stop-conditions.ts';
import type { TurnDraft } from './turn-draft.ts';
import { useAction } from './use-action.ts';

interface TurnInput extends PreparedTurn {
  model: LanguageModelV4;
  draft: TurnDraft;
  signal: AbortSignal;
  deadlines?: Deadlines;
  stop?: StopCondition;
}

/**
 * The agent's turn: ask the model, do what it asks for, tell it what came of it, until there is nothing more to do.
 * All of it goes into the draft; nothing is stored here.
 * @throws DeadlineError, the signal's reason, or what the model failed with
 */
export async function runTurn(input: TurnInput): Promise<void> {
  const { model, draft, tools, deadlines = DEADLINES, stop = DEFAULT_STOP } = input;
  const prompt: LanguageModelV4Prompt = [...input.prompt];
  const context = actionContext(input);
  const progress: TurnProgress = { steps: 0, calls: 0, lastCalls: 0, ended: false };
  const { signal, clear } = withTotalDeadline(input.signal, deadlines.totalMs);
  try {
    do {
      const step = await readStep(model, {
        call: { prompt, tools: tools.map(({ tool }) => tool) },
        signal,
        deadlines,
        onText: (delta) => draft.addText(delta),
      });
      draft.addSources(step.sources);
      draft.endStep();
      progress.steps++;
      progress.lastCalls = step.calls.length;
      prompt.push(...(await useActions(step, tools, context, draft, progress)));
    } while (!stop(progress));
  } finally {
    clear();
  }
}

/** Runs the calls of one step in their order. @returns what the model is told of them */
async function useActions(
  { text, calls }: Step,
  tools: AgentTool[],
  context: ActionContext,
  draft: TurnDraft,
  progress: TurnProgress,
): Promise<LanguageModelV4Message[]> {
  const results: [ToolCall, JSONValue][] = [];
  for (const call of calls) {
    if (progress.ended || progress.calls >= MAX_CALLS_PER_TURN) {
      results.push([call, { status: 'refused', error: 'Not in this turn any more.' }]);
      continue;
    }
    progress.calls++;
    const tool = tools.find(({ name, action }) => name === call.toolName && !draft.hasCardOf(action.id));
    const { result, card, endsTurn = false } = await useAction(tool, call, context);
    if (tool && card) draft.addCard({ kind: tool.action.kind, state: 'offered', ...card }, tool.action.id);
    progress.ended ||= endsTurn;
    results.push([call, result as JSONValue]);
  }
  return tellResults(text, results);
}

function tellResults(text: string, results: [ToolCall, JSONValue][]): LanguageModelV4Message[] {
  if (results.length === 0) return [];
  return [
    {
      role: 'assistant',
      content: [
        ...(text === '' ? [] : [{ type: 'text' as const, text }]),
        ...results.map(([{ toolCallId, toolName, input }]) => ({
          type: 'tool-call' as const,
          toolCallId,
          toolName,
          input: parseOrText(input),
        })),
      ],
    },
    {
      role: 'tool',
      content: results.map(([{ toolCallId, toolName }, value]) => ({
        type: 'tool-result',
        toolCallId,
        toolName,
        output: { type: 'json', value },
      })),
    },
  ];
}

/** What the model wrote, as it wrote it: the refusal beside it says what was wrong. */
function parseOrText(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return { malformed: input };
  }
}

function actionContext({ timeline, draft }: TurnInput): ActionContext {
  return {
    visitorWords(afterEntryId) {
      // An entry that is too old to be told of lies before all of these.
      const start = afterEntryId ? timeline.findIndex(({ id }) => id === afterEntryId) + 1 : 0;
      return timeline
        .slice(start)
        .flatMap(({ author, text }) => (author.type === 'visitor' && text ? [text] : []));
    },
    mute: (request) => draft.setMute(request),
  };
}

function withTotalDeadline(signal: AbortSignal, milliseconds: number) {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineError('totalMs')), milliseconds);
  return { signal: AbortSignal.any([signal, deadline.signal]), clear: () => clearTimeout(timer) };
}
