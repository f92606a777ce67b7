import { setTimeout as wait } from 'node:timers/promises';
import type { OpenTurn } from '../../conversations/events.ts';
import { claimStaleTurns, endLostTurn, releaseTurns, renewLeases } from '../../conversations/hold-turns.ts';
import { sweepCalls } from '../../ledger/sweep-calls.ts';
import { answerTurn } from './answer-turn.ts';
import type { TurnRunnerDeps } from './turn-deps.ts';

const BEAT_MS = 2_000;
const STOP_MS = 10_000;

/** Runs the turns of this process, keeps their leases, and takes over the turns of processes that died. */
export class TurnRunner {
  private readonly running = new Map<string, { abort: AbortController; done: Promise<void> }>();
  private readonly deps: TurnRunnerDeps;
  private beating: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(deps: TurnRunnerDeps) {
    this.deps = deps;
  }

  /** Looks for turns that nobody holds, at once and from then on. */
  begin(): void {
    void this.beat();
  }

  /** Takes on a turn that this process owns. Returns at once. */
  start(turn: OpenTurn): void {
    if (this.stopping) return;
    const abort = new AbortController();
    const done = this.hold(turn, abort).finally(() => {
      // The same turn may have come back to this process meanwhile.
      if (this.running.get(turn.id)?.abort === abort) this.running.delete(turn.id);
    });
    this.running.set(turn.id, { abort, done });
  }

  /** Lets running turns end for some seconds, then leaves the rest to whoever comes next. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.beating);
    const ends = [...this.running.values()].map(({ done }) => done);
    const patience = new AbortController();
    await Promise.race([Promise.all(ends), wait(STOP_MS, undefined, { signal: patience.signal })]);
    patience.abort();
    for (const { abort } of this.running.values()) abort.abort(new Error('the server stops'));
    await releaseTurns(this.deps.pool, this.deps.owner);
  }

  private async hold(turn: OpenTurn, abort: AbortController): Promise<void> {
    const { pool, live, log } = this.deps;
    const unsubscribe = live.subscribe(turn.conversationId, (message) => {
      if (message.type === 'fence' && message.fence > turn.fence)
        abort.abort(new Error('the conversation moved on'));
    });
    try {
      if (turn.delayMs > 0) await wait(turn.delayMs, undefined, { signal: abort.signal }).catch(() => {});
      const ended = abort.signal.aborted ? false : await answerTurn(this.deps, turn, abort.signal);
      const over = ended || (!this.stopping && (await endLostTurn(pool, turn)));
      if (over) live.publish(turn.conversationId, { type: 'turn-ended', turnId: turn.id });
    } catch (error) {
      // The turn stays open in the table: when its lease is over, some process tries again.
      // Whether it was written is not known here, so readers look for themselves.
      log.error({ err: error, turnId: turn.id }, 'a turn could not be ended, it will be taken up again');
      live.publish(turn.conversationId, { type: 'resync' });
    } finally {
      unsubscribe();
    }
  }

  /** Turns whose lease went to another process are let go. */
  private async renew(): Promise<void> {
    const mine = [...this.running.keys()];
    if (mine.length === 0) return;
    const kept = new Set(await renewLeases(this.deps.pool, this.deps.owner, mine));
    for (const id of mine)
      if (!kept.has(id)) this.running.get(id)?.abort.abort(new Error('the lease is lost'));
  }

  private async beat(): Promise<void> {
    const { pool, live, owner, log } = this.deps;
    try {
      await this.renew();
      for (const turn of await claimStaleTurns(pool, owner)) {
        live.publish(turn.conversationId, { type: 'fence', fence: turn.fence });
        live.publish(turn.conversationId, { type: 'state', autoReply: 'on', typing: true });
        this.start(turn);
      }
      await sweepCalls(pool);
    } catch (error) {
      log.warn({ err: error }, 'turns could not be looked after, trying on');
    }
    if (!this.stopping) this.beating = setTimeout(() => void this.beat(), BEAT_MS);
  }
}
