import type pg from 'pg';
import type { Log } from '../log.ts';

/** What is behind a database: another PostgreSQL, or the one that we bring. */
export interface PostgresServer {
  connection: pg.ClientConfig;
  description: string;
  /** Our part in it ends; whether PostgreSQL ends too is its own matter. */
  leave(): Promise<void>;
}

/** What the parts of a database tell the operator. */
export type DatabaseLog = Pick<Log, 'info' | 'warn' | 'error'>;
