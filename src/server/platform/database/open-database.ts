import pg from 'pg';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { openExternalPostgres } from './external-postgres.ts';
import type { DatabaseLog } from './postgres-server.ts';

/** A database that does not answer must not hold a request, or a stop, for ever. */
const QUERY_MS = 30_000;

interface DatabaseOptions {
  /** Undefined: the embedded PostgreSQL. A socket's folder is written as the percent-encoded host. */
  url?: string;
  /** Where the embedded PostgreSQL keeps its data, if its user can reach it; see `resolveDataDir`. */
  dataDir: string;
  checkout: string;
  log: DatabaseLog;
  /** Of the pool, without the sessions of `connect`. */
  maxConnections?: number;
}

export interface Database {
  /** Survives a restart of PostgreSQL: what runs meanwhile fails, what comes after works. */
  pool: pg.Pool;
  /** A pool of its own, for whoever asked to end before this is closed. */
  openPool(maxConnections: number): pg.Pool;
  /** A session of its own, for LISTEN and locks. Whoever asked listens for its `end` and closes it. */
  connect(): Promise<pg.Client>;
  /** For people; never holds a password. */
  description: string;
  /** Once is enough; again does nothing more. */
  close(): Promise<void>;
}

/** Resolves once PostgreSQL answers. @throws StartError when the operator has to mend something */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, log, maxConnections = 10 } = options;
  const server = url ? await openExternalPostgres(url, log) : await openEmbeddedPostgres(options);
  const connection = {
    application_name: 'bellhop',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    ...server.connection,
  };
  let closing: Promise<void> | undefined;
  const openPool = (max: number) => {
    const pool = new pg.Pool({ ...connection, max, query_timeout: QUERY_MS });
    // A client that is in use tells whoever uses it; without a listener of its own it would end the process as well.
    pool.on('connect', (client) => client.on('error', () => {}));
    pool.on('error', (error) => {
      if (!closing) log.warn({ err: error }, 'an idle database connection was lost');
    });
    return pool;
  };
  const pool = openPool(maxConnections);

  return {
    pool,
    openPool,
    description: server.description,
    async connect() {
      const client = new pg.Client(connection);
      client.on('error', (error) => log.warn({ err: error }, 'a database session was lost'));
      await client.connect();
      return client;
    },
    close() {
      closing ??= pool.end().then(() => server.leave());
      return closing;
    },
  };
}
