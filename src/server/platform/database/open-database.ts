import pg from 'pg';
import type { Log } from '../log.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { openExternalPostgres } from './external-postgres.ts';

export type DatabaseLog = Pick<Log, 'info' | 'warn' | 'error'>;

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
  /** A session of its own, for LISTEN and locks. Whoever asked listens for its `end` and closes it. */
  connect(): Promise<pg.Client>;
  /** For people; never holds a password. */
  description: string;
  close(): Promise<void>;
}

/** What is behind a database: another PostgreSQL, or the one that we bring. */
export interface PostgresServer {
  connection: pg.ClientConfig;
  description: string;
  /** Our part in it ends; whether PostgreSQL ends too is its own matter. */
  leave(): Promise<void>;
}

/** Resolves once PostgreSQL answers. @throws StartError when the operator has to mend something */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, log, maxConnections = 10 } = options;
  const server = url ? await openExternalPostgres(url, log) : await openEmbeddedPostgres(options);
  const connection = { application_name: 'bellhop', keepAlive: true, ...server.connection };
  const pool = new pg.Pool({ ...connection, max: maxConnections, connectionTimeoutMillis: 10_000 });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));

  return {
    pool,
    description: server.description,
    async connect() {
      const client = new pg.Client(connection);
      client.on('error', (error) => log.warn({ err: error }, 'a database session was lost'));
      await client.connect();
      return client;
    },
    async close() {
      await pool.end();
      await server.leave();
    },
  };
}
