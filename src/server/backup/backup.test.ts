import {
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkout } from '../../../tests/harness/checkout.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/setup/test-database.ts';
import { type Database, openDatabase } from '../platform/database/open-database.ts';
import { createLog } from '../platform/log.ts';
import { createRedactor } from '../platform/secrets/redactor.ts';
import type { Erasure } from '../privacy/reapply-erasures.ts';
import { backupName } from './backup-name.ts';
import { sumTable } from './copy/sum-table.ts';
import { listTables, prepareSession } from './copy/tables.ts';
import { checkBackup } from './file/check-backup.ts';
import { findErasures } from './find-erasures.ts';
import { pruneBackups } from './prune-backups.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const log = createLog('silent');
const migrations = join(checkout, 'migrations');
const closers: (() => Promise<unknown>)[] = [];
let folder: string;
let source: Database;
let path: string;

async function openEmpty(migrated = false): Promise<Database> {
  const test: TestDatabase = await createTestDatabase({ migrated });
  const database = await openDatabase({ url: test.url, dataDir: '', checkout, log });
  closers.push(async () => {
    await database.close();
    await test.drop();
  });
  return database;
}

/** What stands in a database, table by table. */
async function readSums(database: Database): Promise<Record<string, string>> {
  const session = await database.connect();
  try {
    await prepareSession(session);
    const sums: Record<string, string> = {};
    for (const table of await listTables(session, 'public')) {
      const { rows, text } = await sumTable(session, 'public', table);
      sums[table.name] = `${rows} ${text}`;
    }
    return sums;
  } finally {
    await session.end();
  }
}

const restoreInto = async (
  database: Database,
  {
    file = path,
    ...more
  }: { file?: string; replace?: boolean; migrations?: string; erasures?: Erasure[] } = {},
) =>
  restoreBackup({
    ...{ database, migrations, log, path: file, replace: false, erasures: [] },
    checked: await checkBackup(file),
    ...more,
  });

const HARD = 'tab\there, line\nbreak, back\\slash, \\., \\N, quote " \', émoji 🛎, \u2028';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellhop-backup-'));
  path = join(folder, 'one.backup');
  source = await openEmpty(true);
  const { pool } = source;
  await pool.query(`insert into workspaces (id, name) values ('w', $1)`, [HARD]);
  await pool.query(`insert into agents (id, workspace_id, name, instructions, greeting, tone, language, model, allowed_origins, widget)
    values ('a', 'w', 'Robin', '', '', 'friendly', 'en', '{}', '[]', '{}')`);
  await pool.query(`insert into visitors (id, workspace_id, agent_id) values ('v', 'w', 'a')`);
  await pool.query(
    `insert into conversations (id, workspace_id, agent_id, visitor_id) select 'c' || i, 'w', 'a', 'v' from generate_series(1, 50) i`,
  );
  await pool.query(
    `insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text, card)
     select 'e' || i || '-' || c, 'w', 'c' || c, i, i, 'visitor', 'You', $1 || i, case when i = 1 then '{"state": "offered"}'::jsonb end
     from generate_series(1, 50) c, generate_series(1, 100) i`,
    [HARD],
  );
  await pool.query(`insert into visitor_sessions (token_hash, workspace_id, agent_id, visitor_id, expires_at)
    values (decode('00ff5c0a', 'hex'), 'w', 'a', 'v', now() + interval '1 day')`);
  await pool.query(
    `insert into knowledge_sources (id, workspace_id, agent_id, type, title) values ('k', 'w', 'a', 'faq', 'x')`,
  );
  await pool.query(`insert into snippets (id, workspace_id, agent_id, source_id, position, question, text)
    values ('s', 'w', 'a', 'k', 0, 'Opening hours?', 'From nine.')`);
  await pool.query(
    `insert into webhooks (id, workspace_id, url, events, secret) values ('h', 'w', 'http://x', '{message.created}', 'x')`,
  );
  // What does not go with a visitor by itself.
  await pool.query(`insert into actions (id, workspace_id, agent_id, kind, name, enabled, guidance, settings)
    values ('b', 'w', 'a', 'cal', 'book', true, '{}', '{}')`);
  await pool.query(`insert into bookings (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, provider, uid,
      state, title, time_zone) values ('m', 'w', 'a', 'b', 'c1', 'v', 'e1-1', 'calendly', 'uri-1', 'booked', 'x', 'UTC')`);
  await pool.query(
    `insert into connections (id, workspace_id, kind, name, state) values ('n', 'w', 'calendly', 'x', 'connected')`,
  );
  await pool.query(`insert into booking_reports (connection_id, key, workspace_id, report)
    values ('n', 'theirs', 'w', '{"uri": "uri-1"}'), ('n', 'another', 'w', '{"uri": "uri-2"}')`);
  await pool.query(
    `insert into idempotency_keys (scope, key, request, status, body) values ('w', 'k', 'x', 200, 'sealed'), ('o', 'k', 'x', 200, 'sealed')`,
  );
  const session = await source.connect();
  await writeBackup(session, { path });
  await session.end();
}, 60_000);
afterEach(async () => {
  for (const close of closers.splice(1)) await close();
});
afterAll(async () => {
  for (const close of closers) await close();
  await rm(folder, { recursive: true });
});

it('what is restored is what was there, to the last letter, and works', async () => {
  const target = await openEmpty();
  const { parts } = await restoreInto(target);
  expect(await readSums(target)).toEqual(await readSums(source));
  expect(parts.find(({ name }) => name === 'entries')?.rows).toBe(5_000);
  const found = await target.pool.query(
    `select id from snippets where search @@ to_tsquery('english', 'hour')`,
  );
  expect(found.rows).toEqual([{ id: 's' }]);
  const shape = `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`;
  const indexes = `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`;
  const triggers = `select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`;
  for (const query of [shape, indexes, triggers])
    expect((await target.pool.query(query)).rows).toEqual((await source.pool.query(query)).rows);
});

it('loading tells no webhook: what happened was told when it happened', async () => {
  const target = await openEmpty();
  await restoreInto(target);
  expect((await target.pool.query('select from webhook_deliveries')).rowCount).toBe(0);
  await target.pool.query(`insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
    values ('new', 'w', 'c1', 101, 101, 'visitor', 'You', 'hi')`);
  expect((await target.pool.query('select from webhook_deliveries')).rowCount).toBe(1);
});

it('a backup under load is one moment: no entry without its conversation, none cut out of a transaction', async () => {
  const busy = await openEmpty();
  await restoreInto(busy);
  let writing = true;
  let written = 0;
  const write = async (worker: number) => {
    const client = new pg.Client(busy.pool.options as pg.ClientConfig);
    await client.connect();
    for (let round = 0; writing; round++) {
      const id = `load-${worker}-${round}`;
      await client.query('begin');
      await client.query(
        `insert into conversations (id, workspace_id, agent_id, visitor_id) values ($1, 'w', 'a', 'v')`,
        [id],
      );
      await client.query(
        `insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
         select $1 || i, 'w', $1, i, i, 'visitor', 'You', 'hi' from generate_series(1, 5) i`,
        [id],
      );
      await client.query('commit');
      written++;
    }
    await client.end();
  };
  const writers = [1, 2, 3].map(write);
  while (written < 20) await new Promise((resolve) => setImmediate(resolve));
  const session = await busy.connect();
  const file = join(folder, 'busy.backup');
  await writeBackup(session, { path: file });
  await session.end();
  writing = false;
  await Promise.all(writers);

  const target = await openEmpty();
  await restoreInto(target, { file });
  const { rows } = await target.pool.query(
    `select count(distinct c.id)::int as conversations, count(e.id)::int as entries
     from conversations c left join entries e on e.conversation_id = c.id where c.id like 'load-%'`,
  );
  expect(rows[0].conversations).toBeGreaterThanOrEqual(20);
  expect(rows[0].conversations).toBeLessThanOrEqual(written);
  expect(rows[0].entries).toBe(5 * rows[0].conversations);
});

const addShop = async (database: Database) => {
  const session = await database.connect();
  await session.query(`insert into workspaces (id, name) values ('mine', 'Mine')`);
  await session.end();
};
const listShops = async (database: Database) =>
  (await database.pool.query<{ id: string }>('select id from workspaces')).rows.map(({ id }) => id);

it('data is lost only where that is asked for', async () => {
  const target = await openEmpty(true);
  await addShop(target);
  await expect(restoreInto(target)).rejects.toThrow('already holds data');
  await restoreInto(target, { replace: true });
  expect(await listShops(target)).toEqual(['w']);
});

it('a Bellhop that runs is not pulled from under its own feet', async () => {
  const target = await openEmpty(true);
  await addShop(target);
  await listShops(target);
  await expect(restoreInto(target, { replace: true })).rejects.toThrow('Bellhop is running');
  expect(await listShops(target)).toEqual(['mine']);
});

it('what somebody else keeps in the same database stays, and the restore is refused', async () => {
  const target = await openEmpty();
  const session = await target.connect();
  await session.query('create table invoices (id int)');
  await session.end();
  await expect(restoreInto(target)).rejects.toThrow("not Bellhop's (invoices)");
  expect((await target.pool.query('select from invoices')).rowCount).toBe(0);
});

it('a backup of an older version comes up to this one, and one of a newer is refused', async () => {
  const older = await mkdtemp(join(folder, 'migrations-'));
  const names = (await readdir(migrations)).toSorted();
  for (const name of names) await copyFile(join(migrations, name), join(older, name));
  const next = String(names.length + 1).padStart(4, '0');
  await writeFile(
    join(older, `${next}-more.sql`),
    `alter table workspaces add column shout text generated always as (upper(name)) stored`,
  );
  const target = await openEmpty();
  await restoreInto(target, { migrations: older });
  const { rows } = await target.pool.query('select shout from workspaces');
  expect(rows[0].shout).toBe(HARD.toUpperCase());
  await target.pool.query('select 1');

  const file = join(folder, 'newer.backup');
  const session = await target.connect();
  await writeBackup(session, { path: file });
  await session.end();
  await expect(restoreInto(await openEmpty(), { file })).rejects.toThrow('A newer Bellhop');
});

it('who was erased after the backup stays erased', async () => {
  const target = await openEmpty();
  const erasures = [{ workspaceId: 'w', kind: 'visitor' as const, id: 'v' }];
  const { erasedAgain } = await restoreInto(target, { erasures });
  expect(erasedAgain).toBe(1);
  expect((await target.pool.query('select from entries')).rowCount).toBe(0);
  expect((await target.pool.query('select id from erasures')).rows).toEqual([{ id: 'v' }]);
  expect((await target.pool.query('select key from booking_reports')).rows).toEqual([{ key: 'another' }]);
  const answers = await target.pool.query('select scope, body from idempotency_keys order by scope');
  expect(answers.rows).toEqual([
    { scope: 'o', body: 'sealed' },
    { scope: 'w', body: null },
  ]);
});

it('whom a newer backup names is found, also where the newest of them are broken', async () => {
  const place = await mkdtemp(join(folder, 'newer-'));
  const { head } = await checkBackup(path);
  const later = (minutes: number) =>
    join(place, backupName(new Date(Date.parse(head.madeAt) + minutes * 60_000)));
  const newer = await openEmpty();
  await restoreInto(newer, { erasures: [{ workspaceId: 'w', kind: 'visitor', id: 'v' }] });
  const session = await newer.connect();
  await writeBackup(session, { path: later(1) });
  await session.end();
  await writeFile(later(2), 'hello');
  await copyFile(later(1), later(3));
  await truncate(later(3), (await stat(later(3))).size - 20);
  const found = await findErasures([place], head);
  expect(found.erasures).toEqual([{ workspaceId: 'w', kind: 'visitor', id: 'v' }]);
  expect(found.unreadable).toEqual([later(3), later(2)]);
  expect(found.upTo).not.toBeNull();
});

it('what is too old goes, also while no backup succeeds, and what a killed process has left; the last one stays', async () => {
  const place = await mkdtemp(join(folder, 'kept-'));
  const lines: string[] = [];
  const told = createLog('error', {
    redactor: createRedactor(),
    destination: { write: (line) => lines.push(line) },
  });
  const { pool } = await openEmpty(true);
  const now = new Date('2026-11-25T03:00:00Z');
  const made = [36, 40, 50].map((days) => backupName(new Date(now.getTime() - days * 86_400_000)));
  const left = [...made, `${made[2]}.draft`, `${backupName(now)}.draft`, 'erasures.jsonl', 'mine.backup'];
  for (const name of left) await writeFile(join(place, name), '');
  for (const name of made)
    await pool.query(`insert into backups (id, file, state) values ($1, $1, 'done')`, [name]);
  // The last stands for one that is being written.
  const lists = ['erasures.jsonl.1.draft', 'erasures.jsonl.one-more.draft', 'erasures.jsonl.now.draft'];
  for (const name of lists) {
    await writeFile(join(place, name), '');
    const time = name === lists.at(-1) ? now : new Date(now.getTime() - 2 * 86_400_000);
    await utimes(join(place, name), time, time);
  }
  await pruneBackups({ pool, folder: place, log: told, now });
  const [newest = ''] = made;
  expect((await readdir(place)).toSorted()).toEqual(
    [newest, `${backupName(now)}.draft`, 'erasures.jsonl', lists.at(-1), 'mine.backup'].toSorted(),
  );
  expect((await pool.query('select file from backups')).rows).toEqual([{ file: newest }]);
  expect(lines.join()).toContain('kept only because it is the last');
  await pruneBackups({ pool, folder: join(place, 'nowhere'), log: told, now });
});

it.each([
  ['cut in the middle', async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2))],
  ['without its last bytes', async (file: string) => truncate(file, (await stat(file)).size - 20)],
  ['empty', (file: string) => truncate(file, 0)],
  ['something else', (file: string) => writeFile(file, 'hello')],
  [
    'with one bit turned',
    async (file: string) => {
      const bytes = await readFile(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      await writeFile(file, bytes);
    },
  ],
])('a file that is %s is refused, and nothing is written', async (_, damage) => {
  const file = join(folder, 'broken.backup');
  await copyFile(path, file);
  await damage(file);
  await expect(checkBackup(file)).rejects.toThrow('This backup cannot be used');
  const target = await openEmpty();
  await expect(restoreInto(target, { file })).rejects.toThrow('Nothing was changed');
  const { rows } = await target.pool.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([]);
});
