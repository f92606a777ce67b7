import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/setup/test-database.ts';
import { StartError } from '../platform/start-error.ts';
import { readErasures, writeErasures } from './erasure-file.ts';
import { erasureKeeper } from './erasure-keeper.ts';

let database: TestDatabase;
let pool: pg.Pool;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(`insert into workspaces (id, name) values ('w', 'Shop')`);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellhop-erasures-'));
  return () => rm(folder, { recursive: true });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const names = (prefix: string) => Array.from({ length: 20 }, (_, index) => `${prefix}-${index}`);
const erase = (id: string) =>
  pool.query(`insert into erasures (workspace_id, kind, id) values ('w', 'visitor', $1)`, [id]);
const listIds = async () => (await readErasures(folder)).erasures.map(({ id }) => id);

it('however many write the list at once, each succeeds, nobody is lost and no draft is left', async () => {
  // As from processes that know nothing of each other.
  await Promise.all(
    names('once').map(async (id) => {
      await erase(id);
      await writeErasures(pool, folder);
    }),
  );
  expect(await listIds()).toEqual(expect.arrayContaining(names('once')));
  expect(await readdir(folder)).toEqual(['erasures.jsonl']);
});

it('who asks while the list is written finds themselves in it, after one more time for all', async () => {
  let written = 0;
  const keep = erasureKeeper(pool, () => {
    written++;
    return folder;
  });
  const first = keep();
  await Promise.resolve();
  await Promise.all(names('crowd').map(erase));
  await Promise.all([first, ...names('crowd').map(keep)]);
  expect(await listIds()).toEqual(expect.arrayContaining(names('crowd')));
  expect(written).toBeLessThanOrEqual(2);
});

it('a time that fails is told to who asked for it, and not to the next', async () => {
  let isUsable = false;
  const keep = erasureKeeper(pool, () => {
    if (!isUsable) throw new StartError('no folder');
    return folder;
  });
  await expect(keep()).rejects.toThrow('no folder');
  isUsable = true;
  await keep();
  expect(await readdir(folder)).toEqual(['erasures.jsonl']);
});
