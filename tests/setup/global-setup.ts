import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/server/platform/database/migrate.ts';
import { type Database, openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { withDatabase } from './with-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** What a test file needs to make a database of its own. */
interface TestPostgres {
  url: string;
  /** A migrated database to copy. */
  template: string;
  /** Begins the names of this run's databases. */
  prefix: string;
}

const checkout = join(import.meta.dirname, '..', '..');
const log = createLog('warn');

/** One PostgreSQL for all tests: that of DATABASE_URL, else an embedded one whose folder the next run uses again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const url = process.env.DATABASE_URL || urlOf(server);
  const run = `bellhop_test_${crypto.randomUUID().slice(0, 8)}`;
  const session = await server.connect();
  // The mark by which other runs see that this one lives.
  await session.query(`set application_name = '${run}'`);
  await dropDatabasesOfDeadRuns(session);

  const template = `${run}_template`;
  await session.query(`create database ${template}`);
  const migrated = await openDatabase({ url: withDatabase(url, template), dataDir: '', checkout, log });
  await migrate(migrated, join(checkout, 'migrations'), log);
  await migrated.close();

  project.provide('postgres', { url, template, prefix: `${run}_` });
  return async () => {
    await dropDatabases(session, await listTestDatabases(session, run));
    await session.end();
    await server.close();
  };
}

async function openServer(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (url) return openDatabase({ url, dataDir: '', checkout, log });
  const key = createHash('sha256').update(`${checkout} ${userInfo().uid}`).digest('hex').slice(0, 8);
  const dataDir = join(tmpdir(), `bellhop-tests-${key}`);
  mkdirSync(dataDir, { recursive: true });
  // As root the tests' PostgreSQL runs as another user, who has to get in.
  chmodSync(dataDir, 0o711);
  const server = await openDatabase({ dataDir, checkout, log });
  // Tests end processes, never the machine: nothing has to survive a power cut.
  await server.pool.query('alter system set fsync = off');
  await server.pool.query('select pg_reload_conf()');
  return server;
}

function urlOf({ pool }: Database): string {
  const { host = '', user, database } = pool.options;
  return `postgresql://${user}@${encodeURIComponent(host)}/${database}`;
}

async function dropDatabasesOfDeadRuns(session: Client): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    'select application_name as name from pg_stat_activity',
  );
  const living = rows.map(({ name }) => name).filter(Boolean);
  const databases = await listTestDatabases(session, 'bellhop_test_');
  const dead = databases.filter((database) => !living.some((run) => database.startsWith(run)));
  await dropDatabases(session, dead);
}

async function listTestDatabases(session: Client, prefix: string): Promise<string[]> {
  const text = 'select datname as name from pg_database where starts_with(datname, $1)';
  const { rows } = await session.query<{ name: string }>(text, [prefix]);
  return rows.map(({ name }) => name);
}

async function dropDatabases(session: Client, names: string[]): Promise<void> {
  for (const name of names) await session.query(`drop database if exists ${name} with (force)`);
}
