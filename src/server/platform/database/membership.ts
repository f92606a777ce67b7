import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DatabaseLog } from './postgres-server.ts';

/** Held shared by every process that uses the embedded PostgreSQL. */
const MEMBER_LOCK = 7_033_920_001;
const RETRY_MS = 1_000;

interface MembershipOptions {
  /** A new session; starts PostgreSQL if it does not run. */
  start(): Promise<Client>;
  stop(): Promise<void>;
  log: DatabaseLog;
}

/**
 * Decides who stops the shared PostgreSQL: the last one to leave. A lock instead of a count, because the lock of a killed
 * process is gone at once. The session that holds it also notices when PostgreSQL dies, and starts it again.
 */
export async function joinMembers({
  start,
  stop,
  log,
}: MembershipOptions): Promise<{ leave(): Promise<void> }> {
  let leaving = false;
  let joining: Promise<Client | undefined> = Promise.resolve(undefined);

  async function join(): Promise<Client> {
    for (;;) {
      const session = await start();
      const lost = new Promise<undefined>((resolve) => session.once('end', () => resolve(undefined)));
      const query = session.query('select pg_advisory_lock_shared($1)', [MEMBER_LOCK]);
      // Someone who was the last may be stopping PostgreSQL right now: then the session ends, and we start it again.
      const joined = await Promise.race([lost, query.catch(() => session.end())]);
      if (!joined) continue;
      void lost.then(() => {
        if (!leaving) joining = rejoin();
      });
      return session;
    }
  }

  async function rejoin(): Promise<Client | undefined> {
    log.warn('PostgreSQL went away; starting it again');
    while (!leaving) {
      try {
        const session = await join();
        log.info('PostgreSQL is back');
        return session;
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL could not be started again, trying on');
        await pause(RETRY_MS);
      }
    }
    return undefined;
  }

  async function leave(): Promise<void> {
    leaving = true;
    const session = await joining;
    if (!session) return;
    try {
      await session.query('select pg_advisory_unlock_shared($1)', [MEMBER_LOCK]);
      const { rows } = await session.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
        MEMBER_LOCK,
      ]);
      if (rows[0]?.last) await stop();
    } catch (error) {
      log.warn({ err: error }, 'PostgreSQL was gone before it could be stopped');
    }
    await session.end();
  }

  joining = join();
  await joining;
  return { leave };
}
