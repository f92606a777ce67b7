import type { Pool } from 'pg';
import type { ModelUsage } from '../../../contract/workspace.ts';
import type { Log } from '../../platform/log.ts';
import type { ModelUse } from './count-usage.ts';
import { readUsage } from './read-usage.ts';
import { writeUsage } from './write-usage.ts';

/** What other processes spend, and new limits, are seen after so long. */
const FRESH_MS = 3_000;
/** What is counted within this time is written together: one row for all the turns of a workspace would be a queue. */
const GATHER_MS = 100;

interface BudgetDeps {
  pool: Pool;
  log: Log;
  now?: () => number;
}

interface Known {
  tokens: number;
  costMicros: number;
  limits: { dailyTokens: number | null; dailyCostMicros: number | null };
  readAt: number;
}

/** What the models of each workspace use in a day, and whether that is more than its limits allow. */
export class ModelBudget {
  private readonly known = new Map<string, Known>();
  private readonly reading = new Map<string, Promise<Known>>();
  private unwritten: ModelUse[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly deps: BudgetDeps;

  constructor(deps: BudgetDeps) {
    this.deps = deps;
  }

  /** Before a model that costs is asked. Rarely asks the database. */
  async check(workspaceId: string): Promise<'ok' | 'over'> {
    const { limits, tokens, costMicros } = await this.know(workspaceId);
    const isOver =
      (limits.dailyTokens !== null && tokens >= limits.dailyTokens) ||
      (limits.dailyCostMicros !== null && costMicros >= limits.dailyCostMicros);
    return isOver ? 'over' : 'ok';
  }

  /** Counts at once for this process, and is written a moment later. */
  record(use: ModelUse): void {
    this.unwritten.push(use);
    const known = this.known.get(use.workspaceId);
    if (known) add(known, use);
    this.writeSoon(GATHER_MS);
  }

  /** For people: all that this process knows is in it. */
  async today(workspaceId: string): Promise<ModelUsage> {
    await this.write();
    const { day, inputTokens, outputTokens, costMicros } = await readUsage(this.deps.pool, workspaceId);
    return { day, inputTokens, outputTokens, costUsd: costMicros / 1_000_000 };
  }

  /** After a change of the limits, so that it counts at once. */
  forget(workspaceId: string): void {
    this.known.delete(workspaceId);
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    await this.write();
    this.closed = true;
    clearTimeout(this.timer);
  }

  private writeSoon(milliseconds: number): void {
    if (!this.closed) this.timer ??= setTimeout(() => void this.write(), milliseconds);
  }

  private async know(workspaceId: string): Promise<Known> {
    const known = this.known.get(workspaceId);
    if (known && this.now() - known.readAt < FRESH_MS) return known;
    const reading = this.reading.get(workspaceId) ?? this.read(workspaceId);
    this.reading.set(workspaceId, reading);
    return reading.finally(() => this.reading.delete(workspaceId));
  }

  private async read(workspaceId: string): Promise<Known> {
    await this.write();
    const { inputTokens, outputTokens, costMicros, limits } = await readUsage(this.deps.pool, workspaceId);
    const known = { tokens: inputTokens + outputTokens, costMicros, limits, readAt: this.now() };
    // What came in while the database was asked is not in its answer.
    for (const use of this.unwritten) if (use.workspaceId === workspaceId) add(known, use);
    this.known.set(workspaceId, known);
    return known;
  }

  /** One after the other. What could not be written stays for the next time. */
  private write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(async () => {
      const uses = this.unwritten;
      if (uses.length === 0) return;
      this.unwritten = [];
      try {
        await writeUsage(this.deps.pool, uses);
      } catch (error) {
        this.unwritten.unshift(...uses);
        this.deps.log.error({ err: error }, 'the use of models was not written, it is tried again');
        this.writeSoon(FRESH_MS);
      }
    });
    return this.writing;
  }

  private now(): number {
    return (this.deps.now ?? performance.now.bind(performance))();
  }
}

function add(known: Known, { inputTokens, outputTokens, costMicros }: ModelUse): void {
  known.tokens += inputTokens + outputTokens;
  known.costMicros += costMicros;
}
