import type { Pool } from 'pg';
import type { Engine } from '../../platform/engine/engine.ts';
import type { Step, Task } from '../../platform/engine/task.ts';
import type { Log } from '../../platform/log.ts';
import { type AttemptRef, attemptId, parseAttemptId } from './attempt-id.ts';
import type { AttemptOutcome } from './attempt-outcome.ts';
import { claimAttempt } from './claim-attempt.ts';
import { findDue, hasWebhooks } from './find-due.ts';
import { recordAttempt } from './record-attempt.ts';
import { releaseStuck } from './release-stuck.ts';
import { type SendDeps, sendAttempt } from './send-attempt.ts';

export const DELIVER = 'deliver-webhook';
const POLL_MS = 1_000;
/** While there is no webhook: another process may get one. */
const IDLE_POLL_MS = 10_000;
const SWEEP_MS = 60_000;
/** As many as the egress lets out to one host. */
const PER_WEBHOOK = 5;
const LOOK_AHEAD = 25;
const STOP_MS = 4_000;
const RETRIES = 6;

type DispatcherDeps = Omit<SendDeps, 'signal'> & { pool: Pool; log: Log };

/** Finds what is due and has the engine send it. With no webhook the engine is not even started. */
export class Dispatcher {
  private readonly deps: DispatcherDeps;
  private readonly stopping = new AbortController();
  /** Attempt → webhook, of what this process is at. */
  private readonly underWay = new Map<string, string>();
  private engine: Engine | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private isBehind = false;
  /** Somebody asked while it was looking. */
  private isAsked = false;
  private isStopped = true;
  private sweptAt = 0;

  constructor(deps: DispatcherDeps) {
    this.deps = deps;
  }

  begin(engine: Engine): void {
    this.engine = engine;
    this.isStopped = false;
    this.wake();
  }

  /** Looks now. */
  wake(): void {
    this.isAsked = true;
    if (this.isStopped || this.looking) return;
    clearTimeout(this.timer);
    this.isAsked = false;
    this.looking = this.look()
      .catch((error) => this.deps.log.warn({ err: error }, 'webhooks could not be sent, trying again'))
      .finally(() => {
        this.looking = null;
        if (this.isStopped) return;
        if (this.isAsked) return this.wake();
        this.timer = setTimeout(() => this.wake(), this.engine?.isRunning ? POLL_MS : IDLE_POLL_MS);
        this.timer.unref();
      });
  }

  /** Lets what is under way end, for some seconds; the rest is sent again by whoever comes next. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.looking;
    const patience = setTimeout(() => this.stopping.abort(), STOP_MS);
    while (this.underWay.size > 0 && !this.stopping.signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, 20));
    clearTimeout(patience);
  }

  /** One attempt. Its run may be taken over in the middle: then it is not sent again, but the next attempt is. */
  readonly deliver: Task = async (input: string, step: Step) => {
    const [webhookId = '', id = ''] = input.split(' ');
    const ref = parseAttemptId(id);
    const { pool } = this.deps;
    this.underWay.set(id, webhookId);
    try {
      const outcome = await step('send', () => this.send(ref), { retries: RETRIES });
      await step('record', () => recordAttempt(pool, ref, outcome), { retries: RETRIES });
    } finally {
      this.underWay.delete(id);
      if (this.isBehind) this.wake();
    }
  };

  private async send(ref: AttemptRef): Promise<AttemptOutcome> {
    const id = attemptId(ref);
    const claimed = await claimAttempt(this.deps.pool, ref);
    if (claimed) return sendAttempt({ ...this.deps, signal: this.stopping.signal }, claimed, id);
    const error = 'Whether it arrived is not known: the process that sent it has died.';
    const log = { id, at: new Date().toISOString(), ms: 0, status: null, error, response: null };
    return { result: 'interrupted', log, retryAfter: null };
  }

  private async look(): Promise<void> {
    const { engine } = this;
    const { pool } = this.deps;
    if (!engine) return;
    if (!engine.isRunning) {
      if (!(await hasWebhooks(pool))) return;
      await engine.start();
    }
    if (Date.now() - this.sweptAt > SWEEP_MS) {
      this.sweptAt = Date.now();
      await releaseStuck(pool);
    }
    const due = await findDue(pool, LOOK_AHEAD);
    this.isBehind = due.length > 0;
    for (const attempt of due) {
      const id = attemptId(attempt);
      if (this.isStopped) return;
      if (this.underWay.has(id) || this.countUnderWay(attempt.webhookId) >= PER_WEBHOOK) continue;
      await engine.begin(DELIVER, id, `${attempt.webhookId} ${id}`);
    }
  }

  private countUnderWay(webhookId: string): number {
    let count = 0;
    for (const webhook of this.underWay.values()) if (webhook === webhookId) count++;
    return count;
  }
}
