import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import { spawnDatabaseProcess } from '../../../../tests/setup/spawn-database-process.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { createLog } from '../log.ts';
import { migrate } from './migrate.ts';
import { type Database, openDatabase } from './open-database.ts';

const log = createLog('fatal');

let test: TestDatabase;
let database: Database;
let directory: string;

beforeEach(async () => {
  test = await createTestDatabase({ migrated: false });
  database = await openDatabase({ url: test.url, dataDir: '', checkout: '', log });
  directory = mkdtempSync(join(tmpdir(), 'bellhop-migrations-'));
  file('0001-notes.sql', 'create table notes (text text); insert into notes values (1);');
  file('0002-more.sql', 'insert into notes values (2);');
});

afterEach(async () => {
  await database.close();
  await test.drop();
  rmSync(directory, { recursive: true });
});

const file = (name: string, sql: string) => writeFileSync(join(directory, name), sql);
const run = () => migrate(database, directory, log);

async function column(text: string): Promise<unknown[]> {
  const { rows } = await database.pool.query({ text, rowMode: 'array' });
  return rows.flat();
}

it('applies every file once, in order, and new ones later', async () => {
  await run();
  file('0003-last.sql', 'insert into notes values (3);');
  await run();
  await run();
  expect(await column('select text from notes')).toEqual(['1', '2', '3']);
  expect(await column('select name from schema_migrations order by number')).toEqual([
    '0001-notes.sql',
    '0002-more.sql',
    '0003-last.sql',
  ]);
});

it('lets four processes start at once', async () => {
  await Promise.all([run(), run(), run(), run()]);
  expect(await column('select text from notes')).toEqual(['1', '2']);
});

it('finishes what a killed process began', async () => {
  file('0003-slow.sql', 'insert into notes values (3); select pg_sleep(2); insert into notes values (4);');
  const killed = spawnDatabaseProcess({ DATABASE_URL: test.url, MIGRATIONS: directory });
  killed.said.catch(() => undefined);
  const sleeping = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await waitFor(async () => (await column(sleeping)).length === 1);
  await killed.end('SIGKILL');
  expect(await column('select text from notes')).toEqual(['1', '2']);

  await run();
  expect(await column('select text from notes')).toEqual(['1', '2', '3', '4']);
  expect(await column('select count(*)::int from schema_migrations')).toEqual([3]);
});

it('undoes a file that fails, keeps those before it, and names it', async () => {
  file('0003-bad.sql', 'insert into notes values (3); insert into nowhere values (1);');
  await expect(run()).rejects.toThrow(
    'The migration 0003-bad.sql failed and was undone: relation "nowhere" does not exist.',
  );
  expect(await column('select text from notes')).toEqual(['1', '2']);
});

it('refuses a database that is newer than the files', async () => {
  await run();
  rmSync(join(directory, '0002-more.sql'));
  await expect(run()).rejects.toThrow(
    'The database is newer than this Bellhop: it has the migration 0002-more.sql.',
  );
});

it('refuses a file that changed after it was applied, but not new line ends', async () => {
  file('0002-more.sql', 'insert into notes\nvalues (2);');
  await run();
  file('0002-more.sql', 'insert into notes\r\nvalues (2);');
  await run();
  file('0002-more.sql', 'insert into notes values (7);');
  await expect(run()).rejects.toThrow(/^The migration 0002-more\.sql was applied .* has changed since/);
});

it('refuses a gap in the numbers', async () => {
  file('0004-late.sql', 'select 1');
  await expect(run()).rejects.toThrow('not numbered without gaps: 0004-late.sql');
});
