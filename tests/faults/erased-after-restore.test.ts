import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Backup } from '../../src/contract/privacy/backup.ts';
import { checkBackup } from '../../src/server/backup/file/check-backup.ts';
import { restoreBackup } from '../../src/server/backup/restore-backup.ts';
import { openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { API_KEY } from '../harness/api-key.ts';
import { checkout } from '../harness/checkout.ts';
import { startProduct } from '../harness/start-product.ts';
import { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/** Said by nobody else, and by them only to be erased. */
const WORDS = 'my name is Zelda Quixote';
const SECRET = Buffer.alloc(32, 1).toString('base64');

const databases: TestDatabase[] = [];
let folder: string;
let backups: string;
let erased: { visitorId: string; conversationId: string };
let kept: { visitorId: string };
/** Made before somebody was erased, and after. */
let [before, after] = ['', ''];

/** The installation of which all that follows is left: two backups, and the list beside them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellhop-erased-'));
  // As root, PostgreSQL runs as another user, who has to get in; Bellhop would look for another folder.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'first');
  backups = join(dataDir, 'backups');
  const product = await startProduct(await newDatabase(), { DATA_DIR: dataDir, BACKUP: 'off' });
  try {
    const agent = await product.api<Agent>('POST', '/api/v1/agents', { name: 'Robin' });
    const [zelda, waldo] = await Promise.all([
      VisitorClient.start(product.url, agent.id),
      VisitorClient.start(product.url, agent.id),
    ]);
    await zelda.send(WORDS);
    await waldo.send('my name is Waldo Pepper');
    const back = async () => {
      const { id } = await product.api<Backup>('POST', '/api/v1/backups');
      const done = await waitFor(async () => {
        const { items } = await product.api<{ items: Backup[] }>('GET', '/api/v1/backups');
        return items.find((one) => one.id === id && one.state === 'done');
      }, 20_000);
      return done.file;
    };
    before = await back();
    // The next one of the day takes its place.
    copyFileSync(join(backups, before), join(folder, before));
    erased = zelda.session;
    kept = waldo.session;
    await product.api('DELETE', `/api/v1/people?visitorId=${erased.visitorId}`);
    await waitFor(() => readFileSync(join(backups, 'erasures.jsonl'), 'utf8').includes(erased.visitorId));
    // Backups are named by the second.
    await pause(1_100);
    after = await back();
    copyFileSync(join(folder, before), join(backups, before));
    zelda.close();
    waldo.close();
  } finally {
    await product.stop();
  }
}, 120_000);
afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true });
});

async function newDatabase(migrated = false): Promise<string> {
  const database = await createTestDatabase({ migrated });
  databases.push(database);
  return database.url;
}

/** A folder with just these of the files that the first installation has left. */
function carryAway(name: string, files: string[]): string {
  const target = join(folder, name);
  mkdirSync(target);
  for (const file of files) copyFileSync(join(backups, file), join(target, file));
  return target;
}

/** `npm run -s restore`, into an installation that knows of nothing. */
async function restore(place: string): Promise<{ url: string; dataDir: string; said: string }> {
  const [url, dataDir] = [await newDatabase(), join(place, 'data')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'scripts', 'restore.mjs'), join(place, before)],
    {
      env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, BELLHOP_SECRET: SECRET },
      encoding: 'utf8',
    },
  );
  const said = stdout + stderr;
  if (status !== 0) throw new Error(said);
  return { url, dataDir, said };
}

/** Whom a server on this database still knows, from its first answer on. */
async function askWhoIsThere(url: string, dataDir: string) {
  const product = await startProduct(url, { DATA_DIR: dataDir, BACKUP: 'off' });
  try {
    const headers = { authorization: `Bearer ${API_KEY}` };
    const statusOf = async ({ visitorId }: { visitorId: string }) =>
      (await fetch(`${product.url}/api/v1/people/export?visitorId=${visitorId}`, { headers })).status;
    const list = await fetch(`${product.url}/api/v1/conversations`, { headers });
    return { erased: await statusOf(erased), kept: await statusOf(kept), said: await list.text() };
  } finally {
    await product.stop();
  }
}

it('the list beside the backups names rows and nothing of the person', () => {
  const list = readFileSync(join(backups, 'erasures.jsonl'), 'utf8');
  expect(list).toContain(erased.visitorId);
  expect(list).not.toMatch(/zelda|quixote/i);
  expect(readdirSync(backups).toSorted()).toEqual([before, after, 'erasures.jsonl'].toSorted());
});

it('who was erased after a backup does not come back with it: by the list beside it', {
  timeout: 60_000,
}, async () => {
  const { url, dataDir, said } = await restore(carryAway('with-list', [before, 'erasures.jsonl']));
  expect(said).toContain('Erased again what had been erased since: 1 rows.');
  const there = await askWhoIsThere(url, dataDir);
  expect(there).toMatchObject({ erased: 404, kept: 200 });
  expect(there.said).not.toContain(erased.conversationId);
});

it('nor where only a newer backup tells of it', { timeout: 60_000 }, async () => {
  const { url, dataDir, said } = await restore(carryAway('with-newer', [before, after]));
  expect(said).toContain('Erased again what had been erased since: 1 rows.');
  expect(await askWhoIsThere(url, dataDir)).toMatchObject({ erased: 404, kept: 200 });
});

it('a backup all alone cannot know, and the restore says so; the list, put there later, is followed at the start', {
  timeout: 60_000,
}, async () => {
  const { url, dataDir, said } = await restore(carryAway('alone', [before]));
  expect(said).toContain('There is no list of who was erased after');
  expect(await askWhoIsThere(url, dataDir)).toMatchObject({ erased: 200, kept: 200 });
  mkdirSync(join(dataDir, 'backups'), { recursive: true });
  copyFileSync(join(backups, 'erasures.jsonl'), join(dataDir, 'backups', 'erasures.jsonl'));
  expect(await askWhoIsThere(url, dataDir)).toMatchObject({ erased: 404, kept: 200 });
});

it('nor does a database that was put back without us bring anybody back', { timeout: 60_000 }, async () => {
  const url = await newDatabase();
  const log = createLog('silent');
  const database = await openDatabase({ url, dataDir: '', checkout, log });
  const path = join(backups, before);
  const migrations = join(checkout, 'migrations');
  const checked = await checkBackup(path);
  await restoreBackup({ database, path, checked, migrations, log, replace: false, erasures: [] });
  await database.close();
  expect(await askWhoIsThere(url, join(folder, 'first'))).toMatchObject({ erased: 404, kept: 200 });
  expect(existsSync(join(backups, before))).toBe(true);
});
