import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import type { Log } from '../log.ts';
import type { Step, Task } from './task.ts';

/** Of what is kept. A new one would leave the runs of the old one to nobody. */
const VERSION = 'bellhop-1';
/** Where the runs of a dead process wait for a living one. */
const TAKEN_OVER = 'taken-over';
const CONNECTIONS = 5;
const BATCH = 500;
const ENDED = ['SUCCESS', 'ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'] as const;

/** Who begins a task while one runs begins one like any other: DBOS would take it for a part of the first. */
const outside = AsyncLocalStorage.snapshot();

interface LaunchOptions {
  /** Of this process, and of no other, ever. */
  id: string;
  openPool(maxConnections: number): Pool;
  log: Log;
  tasks: Record<string, Task>;
}

/** What this server needs of DBOS. */
export interface Dbos {
  begin(task: string, id: string, input: string): Promise<void>;
  /** @returns how many there were */
  resumeAllOf(processId: string): Promise<number>;
  /** One batch. @returns how many there were */
  deleteEnded(before: Date): Promise<number>;
  shutdown(waitMs: number): Promise<void>;
}

/** Starts DBOS, in the schema `dbos`. Loaded here and not before: a server that has no use for it does not carry it. */
export async function launchDbos({ id, openPool, log, tasks }: LaunchOptions): Promise<Dbos> {
  const { DBOS } = await import('@dbos-inc/dbos-sdk');
  if (DBOS.isInitialized()) throw new Error('there is an engine in this process already');
  const pool = openPool(CONNECTIONS);
  const step: Step = (name, run, { retries = 0 } = {}) =>
    DBOS.runStep(run, { name, retriesAllowed: retries > 0, maxAttempts: retries + 1 });
  const workflows = new Map(
    Object.entries(tasks).map(([name, task]) => [
      name,
      DBOS.registerWorkflow((input: string) => task(input, step), { name }),
    ]),
  );
  const shutdown = async (waitMs: number) => {
    await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: waitMs });
    await pool.end();
  };

  DBOS.setConfig({
    name: 'bellhop',
    applicationVersion: VERSION,
    executorID: id,
    systemDatabasePool: pool,
    useListenNotify: false,
    logger: quietly(log),
  });
  try {
    await DBOS.launch();
    await DBOS.registerQueue(TAKEN_OVER, { onConflict: 'always_update', workerConcurrency: 50 });
  } catch (error) {
    await shutdown(0).catch(() => undefined);
    throw error;
  }

  return {
    async begin(task, runId, input) {
      const workflow = workflows.get(task);
      if (!workflow) throw new Error(`there is no task ${task}`);
      await outside(() => DBOS.startWorkflow(workflow, { workflowID: runId })(input));
    },
    async resumeAllOf(processId) {
      for (let count = 0; ; ) {
        const pending = await DBOS.listWorkflows({
          ...{ status: 'PENDING', executorId: processId, limit: BATCH },
          ...{ loadInput: false, loadOutput: false },
        });
        if (pending.length === 0) return count;
        await DBOS.resumeWorkflows(
          pending.map(({ workflowID }) => workflowID),
          { queueName: TAKEN_OVER },
        );
        count += pending.length;
      }
    },
    async deleteEnded(before) {
      const ended = await DBOS.listWorkflows({
        ...{ status: [...ENDED], completedBefore: before.toISOString(), limit: BATCH },
        ...{ loadInput: false, loadOutput: false },
      });
      if (ended.length > 0) await DBOS.deleteWorkflows(ended.map(({ workflowID }) => workflowID));
      return ended.length;
    },
    shutdown,
  };
}

/** DBOS tells much of itself, at a level of its own. */
function quietly(log: Log) {
  const write = (level: 'debug' | 'warn' | 'error') => (entry: unknown) =>
    entry instanceof Error ? log[level]({ err: entry }, entry.message) : log[level](`engine: ${entry}`);
  return { info: write('debug'), debug: write('debug'), warn: write('warn'), error: write('error') };
}
