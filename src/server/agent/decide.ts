import type { Pool } from 'pg';
import type { Decision, DecisionRequest } from '../../contract/actions/decision.ts';
import type { AbsentAction } from '../../contract/actions/reason.ts';
import type { Agent } from '../../contract/agent.ts';
import type { CallOptions } from '../builtin-engine/protocol.ts';
import type { TimelineEntry } from '../conversations/sync/list-entries.ts';
import { AppError } from '../platform/errors.ts';
import type { ActionStore, LiveAction } from '../workspace/actions/actions.ts';
import type { Situation } from '../workspace/availability/situation.ts';
import type { Models } from './models/create-models.ts';
import { explainAbsence } from './prompt/explain-absence.ts';
import { languageOf } from './prompt/language-of.ts';
import { prepareFrom } from './prompt/prepare-turn.ts';
import { DEADLINES } from './turn/deadlines.ts';
import { readStep, type Step } from './turn/read-step.ts';

const UNPACED = { pace: 0 } satisfies CallOptions;

interface DecideDeps {
  pool: Pool;
  actions: ActionStore;
  models: Models;
}

/** What the agent would do next after these messages. The model is asked as in a turn; nothing is done. */
export async function decide(
  { pool, actions, models }: DecideDeps,
  agent: Agent & { workspaceId: string },
  { messages, page = {}, visitor, at }: DecisionRequest,
): Promise<Decision> {
  const live = await actions.listLive(agent.workspaceId, agent.id, null);
  const timeline = messages.map(toTimelineEntry);
  const now = at === undefined ? new Date() : new Date(at);
  const isVerified = visitor?.verified ?? false;
  const situation: Situation = { page, now, visitor: { isVerified }, ...languageOf(timeline) };
  const { prompt, tools } = await prepareFrom({ pool, agent, live, situation, timeline });
  let step: Step;
  try {
    step = await readStep(models.resolve(agent), {
      call: { prompt, tools: tools.map(({ tool }) => tool), providerOptions: { bellhop: UNPACED } },
      signal: AbortSignal.timeout(DEADLINES.totalMs),
    });
  } catch (cause) {
    throw new AppError('unavailable', { publicMessage: 'The model could not answer.', retryAfter: 5, cause });
  }
  const call = step.calls[0];
  const toolName = call?.toolName ?? step.pending?.toolName;
  const tool = tools.find(({ name }) => name === toolName);
  const inputs = call ? readInputs(call.input) : (step.pending?.inputs ?? {});
  return {
    action: tool?.action.name ?? null,
    inputs,
    missing:
      step.pending?.missing ?? tool?.inputs.required?.filter((name) => inputs[name] === undefined) ?? [],
    reply: step.text.trim(),
    reasons: step.reasons,
    absent: listAbsent(live, situation),
  };
}

function listAbsent(live: LiveAction[], situation: Situation): AbsentAction[] {
  return live
    .map((action) => ({ name: action.name, reasons: explainAbsence(action, situation) }))
    .filter(({ reasons }) => reasons.length > 0);
}

function toTimelineEntry(
  { author, text }: DecisionRequest['messages'][number],
  index: number,
): TimelineEntry {
  const id = `message-${index + 1}`;
  return {
    id,
    seq: index + 1,
    cursor: String(index + 1),
    conversationId: '',
    author: { type: author, name: author === 'teammate' ? 'A teammate' : '' },
    at: '',
    text,
    actionId: null,
    handedBack: false,
  };
}

function readInputs(input: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(input);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    // A model may write what is no JSON; for the decision that is the same as no inputs.
    return {};
  }
}
