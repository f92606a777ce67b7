import type { Entry } from '../../../contract/entry.ts';
import { commitTurn, type TurnOutcome } from '../../conversations/commit-turn.ts';
import type { OpenTurn } from '../../conversations/events.ts';
import { newId } from '../../platform/ids.ts';
import { prepareTurn } from '../prompt/prepare-turn.ts';
import { failureText } from './failure-texts.ts';
import { runTurn } from './run-turn.ts';
import type { TurnRunnerDeps } from './turn-deps.ts';
import { TurnDraft } from './turn-draft.ts';

/** A turn that brought down this many processes is not tried on another one. */
const MAX_ATTEMPTS = 3;

/**
 * Answers a turn: with the agent's words and cards, or with a plain failure when the model is dead.
 * @returns whether it was written; false when the conversation had moved on
 * @throws what the database failed with: then nothing was written, and the turn can be tried again
 */
export async function answerTurn(
  deps: TurnRunnerDeps,
  turn: OpenTurn,
  signal: AbortSignal,
): Promise<boolean> {
  const { pool, live, agents, log } = deps;
  const { conversationId } = turn;
  const agent = await agents.findPublic(turn.agentId);
  const draft = new TurnDraft({
    delta: (entryId, offset, text) => live.publish(conversationId, { type: 'delta', entryId, offset, text }),
    withdraw: (entryId) => live.publish(conversationId, { type: 'withdraw', entryId }),
  });

  const write = async (outcome: TurnOutcome): Promise<Entry[] | null> => {
    const committed = await commitTurn(pool, turn, agent?.name ?? '', outcome);
    if (!committed) return null;
    live.publishEntries(conversationId, committed.entries);
    live.publish(conversationId, { type: 'state', autoReply: committed.autoReply, typing: false });
    return committed.entries;
  };

  if (!agent) return (await write(failed('en', 'the agent was deleted'))) !== null;
  if (turn.attempt > MAX_ATTEMPTS)
    return (await write(failed(agent.language, `given up after ${MAX_ATTEMPTS} attempts`))) !== null;

  const prepared = await prepareTurn(deps, agent, conversationId);
  let outcome: TurnOutcome;
  try {
    await runTurn({
      ...prepared,
      model: deps.resolveModel(agent.model),
      draft,
      signal,
      ...deadlinesOf(deps),
    });
    if (draft.isEmpty) throw new Error('the model said nothing');
    outcome = draft.toOutcome();
  } catch (error) {
    draft.withdraw();
    if (signal.aborted) return false;
    log.warn({ err: error, turnId: turn.id, agentId: agent.id }, 'the model could not answer');
    outcome = failed(agent.language, error instanceof Error ? error.message : String(error));
  }
  if (await write(outcome)) return true;
  draft.withdraw();
  return false;
}

function failed(language: string, error: string): TurnOutcome {
  const entries = [{ id: newId(), author: 'system' as const, text: failureText(language) }];
  return { state: 'failed', entries, mute: null, error };
}

function deadlinesOf({ deadlines }: TurnRunnerDeps) {
  return deadlines ? { deadlines } : {};
}
