import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { StartError } from '../start-error.ts';
import type { Database } from './open-database.ts';
import type { DatabaseLog } from './postgres-server.ts';

const MIGRATION_LOCK = 7_033_920_002;

export interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the database to the state of the numbered SQL files of a folder. Forward only, each file in a transaction of
 * its own, one process at a time.
 * @throws StartError when the database is newer than the files, or a file that was applied has changed
 */
export async function migrate(database: Database, directory: string, log: DatabaseLog): Promise<void> {
  const session = await database.connect();
  try {
    await migrateSession(session, directory, log);
  } finally {
    await session.end();
  }
}

/** The same in the schema that a session is in, up to a number. Ends with the session: it holds the lock. */
export async function migrateSession(
  session: Client,
  directory: string,
  log: DatabaseLog,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  const migrations = readMigrations(directory);
  await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  await session.query(`create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
  const applied = await session.query<Omit<Migration, 'sql'>>(
    'select number, name, checksum from schema_migrations',
  );
  const known = new Map(applied.rows.map((row) => [row.number, row]));
  refuseNewerDatabase(migrations, applied.rows);
  for (const migration of migrations.filter(({ number }) => number <= upTo)) {
    const before = known.get(migration.number);
    if (before) refuseChangedFile(migration, before);
    else await apply(session, migration, log);
  }
}

async function apply(
  session: Client,
  { number, name, sql, checksum }: Migration,
  log: DatabaseLog,
): Promise<void> {
  await session.query('begin');
  try {
    await session.query(sql);
    const values = [number, name, checksum];
    await session.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', values);
    await session.query('commit');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The migration ${name} failed and was undone: ${reason}.`, { cause: error });
  }
  log.info(`migrated the database: ${name}`);
}

/** The files of a folder, in their order. @throws StartError when one is missing or misnamed */
export function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const number = Number(name.match(/^(\d{4})-[a-z0-9-]+\.sql$/)?.[1]);
    if (number !== index + 1)
      throw new StartError(`The migrations in ${directory} are not numbered without gaps: ${name}.`);
    // A checkout on Windows may have other line ends.
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

function refuseNewerDatabase(migrations: Migration[], applied: { number: number; name: string }[]): void {
  const newer = applied.find(({ number }) => number > migrations.length);
  if (!newer) return;
  throw new StartError(
    `The database is newer than this Bellhop: it has the migration ${newer.name}. Start the newer Bellhop, or restore a backup.`,
  );
}

function refuseChangedFile({ name, checksum }: Migration, before: { name: string; checksum: string }): void {
  if (checksum === before.checksum) return;
  throw new StartError(
    `The migration ${name} was applied as ${before.name} and has changed since. Restore that file, and put the change into a new one.`,
  );
}
