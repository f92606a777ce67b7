import type { LanguageModelV4, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ActionContext } from '../../../actions/define.ts';
import { ClaimGuard } from '../claims/claim-guard.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import { listAttempts, listDeeds } from '../uses/list-deeds.ts';
import type { CallHost } from '../uses/turn-host.ts';
import { useActions } from '../uses/use-actions.ts';
import { DEADLINES, DeadlineError, type Deadlines } from './deadlines.ts';
import { readStep, type Step } from './read-step.ts';
import { DEFAULT_STOP, type StopCondition, type TurnProgress } from './stop-conditions.ts';
import { toEnglish } from './to-english.ts';
import type { TurnDraft } from './turn-draft.ts';
import { untilAborted } from './until-aborted.ts';

interface TurnInput extends PreparedTurn {
  model: LanguageModelV4;
  draft: TurnDraft;
  host: CallHost;
  /** The language that the visitor writes in, as far as it is known. */
  language: string;
  /** The model puts its own words together, in any language. */
  canTranslate: boolean;
  /** Told of sentences that claimed what was not done, and were not shown. */
  onFalseClaims?(sentences: readonly string[]): void;
  /** Told of each answer of the model. */
  onStep?(step: Step): void;
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
  const { turnId } = input.host.place;
  const prompt: LanguageModelV4Prompt = [...input.prompt];
  const context = (tool: AgentTool) => actionContext(input, tool);
  const progress: TurnProgress = { steps: 0, calls: 0, lastCalls: 0, ended: false };
  const { signal, clear } = withTotalDeadline(input.signal, deadlines.totalMs);
  const guard = new ClaimGuard({
    language: input.language,
    deeds: () => listDeeds([...input.host.calls, ...draft.doneCalls], draft.mutedBy, input.known),
    emit: (text) => draft.addText(text),
    ...(input.canTranslate ? { translate: (text) => toEnglish(model, text, { signal, deadlines }) } : {}),
  });
  try {
    do {
      const step = await readStep(model, {
        call: { prompt, tools: tools.map(({ tool }) => tool), providerOptions: { bellhop: { turnId } } },
        signal,
        deadlines,
        onText: (delta) => guard.push(delta),
      });
      input.onStep?.(step);
      const called = step.calls.map(({ toolName }) => toolName);
      await guard.endStep(listAttempts(called, tools));
      draft.addSources(step.sources);
      draft.endStep();
      progress.steps++;
      progress.lastCalls = step.calls.length;
      const uses = useActions(step, { tools, context, host: input.host, draft, progress });
      prompt.push(...(await untilAborted(uses, signal)));
    } while (!stop(progress));
    await guard.end();
    if (guard.replaced.length > 0) input.onFalseClaims?.(guard.replaced);
  } finally {
    clear();
  }
}

function actionContext({ timeline, draft, host }: TurnInput, { action }: AgentTool): ActionContext {
  return {
    visitorWords(afterEntryId) {
      // An entry that is too old to be told of lies before all of these.
      const start = afterEntryId ? timeline.findIndex(({ id }) => id === afterEntryId) + 1 : 0;
      return timeline
        .slice(start)
        .flatMap(({ author, text }) => (author.type === 'visitor' && text ? [text] : []));
    },
    readContact: () => host.readContact(),
    mute: (request) => draft.setMute(request, action),
  };
}

function withTotalDeadline(signal: AbortSignal, milliseconds: number) {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineError('totalMs')), milliseconds);
  return { signal: AbortSignal.any([signal, deadline.signal]), clear: () => clearTimeout(timer) };
}
