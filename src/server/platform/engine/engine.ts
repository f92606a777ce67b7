import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { BEAT_MS, beat, signOff, signOn } from './heartbeat.ts';
import { type Dbos, launchDbos } from './launch-dbos.ts';
import { purgeLeftovers } from './purge-leftovers.ts';
import { purgeRuns } from './purge-runs.ts';
import { takeOver } from './take-over.ts';
import type { Task } from './task.ts';

/** How long work that is under way may take when the process stops. Another process goes on with what is left. */
const STOP_MS = 6_000;

interface EngineOptions {
  pool: Pool;
  /** A pool for the engine alone, which ends it. */
  openPool(maxConnections: number): Pool;
  log: Log;
  /** By the name under which they are kept: a name that is in use is not given away. */
  tasks: Record<string, Task>;
}

/** Runs tasks durably, on DBOS. Nothing of it is loaded before the start. One per process. */
export class Engine {
  private readonly options: EngineOptions;
  private running: { id: string; dbos: Dbos } | null = null;
  /** What starts and stops, one after the other. */
  private changes: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;
  private isStopped = false;

  constructor(options: EngineOptions) {
    this.options = options;
  }

  get isRunning(): boolean {
    return this.running !== null;
  }

  /** Does nothing when it runs. Takes half a second the first time, for the tables that it needs. */
  start(): Promise<void> {
    return this.change(async () => {
      if (!this.running && !this.isStopped) await this.launch();
    });
  }

  /**
   * Begins a task, once for each id, whichever process asks first.
   * @throws Error when the engine does not run, or the database fails
   */
  async begin(task: string, id: string, input: string): Promise<void> {
    if (!this.running) throw new Error('the engine does not run');
    await this.running.dbos.begin(task, id, input);
  }

  /** Removes what is remembered of tasks that ended more than a day ago. */
  async purge(): Promise<void> {
    if (!this.running) return;
    await purgeRuns(this.running.dbos);
    await purgeLeftovers(this.options.pool);
  }

  stop(): Promise<void> {
    this.isStopped = true;
    return this.change(() => this.halt(STOP_MS));
  }

  private change(run: () => Promise<void>): Promise<void> {
    const next = this.changes.then(run);
    this.changes = next.catch(() => undefined);
    return next;
  }

  private async launch(): Promise<void> {
    const { pool, openPool, log, tasks } = this.options;
    const id = newId();
    // It signs on first: work of somebody unknown would be found by nobody.
    await signOn(pool, id);
    this.running = { id, dbos: await launchDbos({ id, openPool, log, tasks }) };
    this.timer = setInterval(() => void this.beatOnce(), BEAT_MS);
    this.timer.unref();
  }

  private async halt(waitMs: number): Promise<void> {
    clearInterval(this.timer);
    const { running } = this;
    if (!running) return;
    this.running = null;
    await running.dbos.shutdown(waitMs);
    await signOff(this.options.pool, running.id);
  }

  private async beatOnce(): Promise<void> {
    const { running } = this;
    if (!running || this.isBeating) return;
    this.isBeating = true;
    const { pool, log } = this.options;
    try {
      const { isKnown, silent } = await beat(pool, running.id);
      if (!isKnown) await this.beginAnew();
      else for (const id of silent) await takeOver({ pool, dbos: running.dbos, log }, id);
    } catch (error) {
      log.warn({ err: error }, 'the engine could not give a sign of life');
    } finally {
      this.isBeating = false;
    }
  }

  /** This process was thought dead, and its work given to others: it has to be somebody else now. */
  private async beginAnew(): Promise<void> {
    this.options.log.warn('this process was silent for too long, and others have taken its work over');
    await this.change(async () => {
      if (this.isStopped) return;
      await this.halt(0);
      await this.launch();
    }).catch((error) => this.options.log.error({ err: error }, 'the engine did not start again'));
  }
}
