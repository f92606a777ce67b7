import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import type { DatabaseLog, PostgresServer } from './postgres-server.ts';

/** It may start beside us, as in a compose file. */
const PATIENCE_MS = 15_000;
/** Nobody listens yet, the name does not resolve yet, or it is still starting. */
const STARTING = new Set(['ECONNREFUSED', 'ENOENT', 'EAI_AGAIN', '57P03']);

/** The operator's own PostgreSQL. @throws StartError when it cannot be used */
export async function openExternalPostgres(url: string, log: DatabaseLog): Promise<PostgresServer> {
  const name = describe(url);
  const end = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    const problem = await tryConnection(url);
    if (!problem) break;
    if (!STARTING.has(problem.code ?? '') || performance.now() > end) {
      throw new StartError(`DATABASE_URL: ${name} cannot be used: ${problem.message}.`, { cause: problem });
    }
    if (attempt === 1) log.info(`waiting for ${name}`);
    await pause(250);
  }
  return { connection: { connectionString: url }, description: name, leave: async () => undefined };
}

async function tryConnection(connectionString: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    // Node tries every address of a name and wraps what each said.
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    return cause instanceof Error ? cause : new Error(String(cause));
  } finally {
    await client.end();
  }
}

function describe(url: string): string {
  try {
    const { host, database } = new pg.Client({ connectionString: url });
    return `PostgreSQL at ${host}/${database}`;
  } catch (error) {
    throw new StartError('DATABASE_URL is not an address of a PostgreSQL.', { cause: error });
  }
}
