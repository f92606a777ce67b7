import { chooseLanguage, type Language } from '../../builtin-engine/language/detect-language.ts';
import type { TurnOutcome } from '../../conversations/commit-turn.ts';
import type { OpenTurn } from '../../conversations/events.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import { OfferGone } from '../../ledger/offer-gone.ts';
import type { TurnRecord } from '../../ledger/records/record-turn.ts';
import { newId } from '../../platform/ids.ts';
import { keepTrace } from '../playground/keep-trace.ts';
import { TurnRecorder } from '../playground/turn-recorder.ts';
import { prepareTurn } from '../prompt/prepare-turn.ts';
import { callHost } from '../uses/call-host.ts';
import { settleOpenCalls } from '../uses/settle-open-calls.ts';
import { FAILURE_TEXTS } from './failure-texts.ts';
import { runTurn } from './run-turn.ts';
import type { TurnRunnerDeps } from './turn-deps.ts';
import { TurnDraft } from './turn-draft.ts';
import { untilAborted } from './until-aborted.ts';
import { writeTurn } from './write-turn.ts';

/** A turn that was begun this often without an end, for whatever reason, is ended with a plain failure. */
const MAX_ATTEMPTS = 3;
/** How often a turn begins anew because what it offered was archived, or used up elsewhere, meanwhile. */
const MAX_REPEATS = 3;

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
  for (let left = MAX_REPEATS; ; left--) {
    try {
      return await answerOnce(deps, turn, signal);
    } catch (error) {
      if (!(error instanceof OfferGone) || left === 0) throw error;
    }
  }
}

async function answerOnce(deps: TurnRunnerDeps, turn: OpenTurn, signal: AbortSignal): Promise<boolean> {
  const { pool, live, log } = deps;
  const { conversationId } = turn;
  const prepared = await prepareTurn(deps, turn);
  const draft = new TurnDraft({
    delta: (entryId, offset, text) => live.publish(conversationId, { type: 'delta', entryId, offset, text }),
    withdraw: (entryId) => live.publish(conversationId, { type: 'withdraw', entryId }),
  });

  const write = async (outcome: TurnOutcome, record: TurnRecord | null = null): Promise<boolean> => {
    const committed = await writeTurn(pool, turn, prepared?.agent.name ?? '', outcome, record);
    if (!committed) return false;
    live.publishEntries(conversationId, committed.entries);
    live.publish(conversationId, { type: 'state', autoReply: committed.autoReply, typing: false });
    return true;
  };

  if (!prepared) return write(failed('en', 'the agent was deleted'));
  const { agent } = prepared;
  const afterSeq = prepared.timeline.at(-1)?.seq ?? 0;
  const language = chooseLanguage(agent.language, lastWords(prepared.timeline));
  if (turn.attempt > MAX_ATTEMPTS) return write(failed(language, `given up after ${MAX_ATTEMPTS} attempts`));

  const host = callHost(deps, turn, prepared, { afterSeq, language: agent.language, speaks: language });
  const recorder = prepared.isPlayground ? new TurnRecorder(prepared) : null;
  let outcome: TurnOutcome;
  let record: TurnRecord | null = null;
  try {
    const told = await untilAborted(settleOpenCalls(deps, host, draft, prepared), signal);
    await runTurn({
      ...prepared,
      prompt: [...prepared.prompt, ...told],
      host,
      language,
      canTranslate: agent.model.provider !== 'builtin',
      onFalseClaims: (sentences) => {
        recorder?.addWithheld(sentences);
        log.warn({ turnId: turn.id, sentences }, 'the model claimed what was not done');
      },
      ...(recorder ? { onStep: (step) => recorder.addStep(step) } : {}),
      model: await deps.chooseModel(agent, prepared.tools, language),
      draft,
      signal,
      ...deadlinesOf(deps),
    });
    if (draft.isEmpty) throw new Error('the model said nothing');
    outcome = draft.toOutcome();
    record = draft.toRecord(afterSeq);
  } catch (error) {
    draft.withdraw();
    if (signal.aborted) return false;
    log.warn({ err: error, turnId: turn.id, agentId: agent.id }, 'the model could not answer');
    outcome = failed(language, error instanceof Error ? error.message : String(error));
  }
  let isWritten = false;
  try {
    if (recorder) await keepTrace(pool, turn, recorder.toTrace());
    isWritten = await write(outcome, record);
  } finally {
    if (!isWritten) draft.withdraw();
  }
  return isWritten;
}

function lastWords(timeline: TimelineEntry[]): string {
  return timeline.findLast(({ author }) => author.type === 'visitor')?.text ?? '';
}

function failed(language: Language, error: string): TurnOutcome {
  const entries = [{ id: newId(), author: 'system' as const, text: FAILURE_TEXTS[language] }];
  return { state: 'failed', entries, mute: null, error };
}

function deadlinesOf({ deadlines }: TurnRunnerDeps) {
  return deadlines ? { deadlines } : {};
}
