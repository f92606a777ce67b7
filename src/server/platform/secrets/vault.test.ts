import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { StartError } from '../start-error.ts';
import { loadMasterKeys } from './master-keys.ts';
import { createRedactor } from './redactor.ts';
import { openVault } from './vault.ts';

const redactor = createRedactor();
const newSecret = () => randomBytes(32).toString('base64');
const place = { table: 'secrets', row: 'TOKEN', column: 'value' };
let database: TestDatabase;
let pool: pg.Pool;
let dataDir: string;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query("insert into workspaces (id, name) values ('mine', 'Shop'), ('other', 'Other')");
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-secret-'));
});
afterEach(async () => {
  await pool.end();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

function keysOf(secret?: string) {
  return loadMasterKeys({ secret, findDataDir: () => dataDir, redactor });
}

const start = (secret?: string) => openVault(pool, keysOf(secret));

describe('a sealed value', () => {
  it('opens in every process that has the secret, and is never sealed the same way twice', async () => {
    const secret = newSecret();
    const [one, other] = await Promise.all([start(secret), start(secret)]);
    // Both make the key of the workspace at once: one of them wins.
    const sealed = await Promise.all([
      one.seal('mine', place, 'zoë\n☕'),
      other.seal('mine', place, 'zoë\n☕'),
    ]);
    expect(new Set(sealed).size).toBe(2);
    for (const text of sealed) {
      expect(text).toMatch(/^v1\.[\w-]+\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
      expect(await one.open('mine', place, text)).toBe('zoë\n☕');
      expect(await other.open('mine', place, text)).toBe('zoë\n☕');
    }
    expect((await pool.query('select from data_keys')).rowCount).toBe(1);
  });

  it('opens in its own place only, and not when a bit of it was changed', async () => {
    const vault = await start(newSecret());
    const sealed = await vault.seal('mine', place, 'a-secret-value');
    await vault.seal('other', place, 'another');
    await expect(vault.open('other', place, sealed)).rejects.toThrow('another workspace');
    for (const change of [{ table: 'calls' }, { row: 'OTHER' }, { column: 'hosts' }])
      await expect(vault.open('mine', { ...place, ...change }, sealed)).rejects.toThrow('changed or moved');
    const parts = sealed.split('.');
    for (const index of [2, 3, 4]) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const changed = parts.with(index, bytes.toString('base64url')).join('.');
      await expect(vault.open('mine', place, changed)).rejects.toThrow('changed or moved');
    }
    for (const broken of [
      '',
      'v1',
      `${sealed}.x`,
      sealed.replace('v1', 'v2'),
      parts.with(4, 'AAAA').join('.'),
    ])
      await expect(vault.open('mine', place, broken)).rejects.toThrow();
  });

  it('cannot be opened with the data key of another workspace put in its place', async () => {
    const secret = newSecret();
    const vault = await start(secret);
    await vault.seal('mine', place, 'a');
    await vault.seal('other', place, 'b');
    await pool.query(
      "update data_keys set wrapped = (select wrapped from data_keys where workspace_id = 'other') where workspace_id = 'mine'",
    );
    await expect((await start(secret)).seal('mine', place, 'c')).rejects.toThrow('changed or moved');
  });
});

describe('the check at start', () => {
  it('refuses another secret with one line that says what to do, and changes nothing', async () => {
    const secret = newSecret();
    const sealed = await (await start(secret)).seal('mine', place, 'a-secret-value');
    const error = await start(newSecret()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toMatch(/^BELLHOP_SECRET is not the secret that this database[^\n]+\.$/);
    expect(await (await start(secret)).open('mine', place, sealed)).toBe('a-secret-value');
  });

  it('refuses it also when nothing is stored yet, and a secret that is only the earlier one', async () => {
    const [first, second] = [newSecret(), newSecret()];
    await start(first);
    await expect(start(second)).rejects.toThrow(StartError);
    await start(`${second},${first}`);
    await expect(start(first)).rejects.toThrow(StartError);
    await start(second);
  });

  it('refuses a list that lacks the key of one workspace', async () => {
    const [first, second] = [newSecret(), newSecret()];
    const before = await start(first);
    await start(`${second},${first}`);
    // A process that still runs with the earlier secret alone.
    await before.seal('mine', place, 'a-secret-value');
    await expect(start(second)).rejects.toThrow(StartError);
    await start(`${second},${first}`);
    await start(second);
  });
});

it('a rotation wraps the keys of workspaces anew while others work, and leaves the values alone', async () => {
  const [first, second] = [newSecret(), newSecret()];
  const before = await start(first);
  const sealed = await before.seal('mine', place, 'a-secret-value');
  const wrapped = () => pool.query<{ kid: string; wrapped: string }>('select kid, wrapped from data_keys');
  const old = (await wrapped()).rows[0];
  const [during] = await Promise.all([start(`${second},${first}`), start(`${second},${first}`)]);
  expect((await wrapped()).rows[0]?.wrapped).not.toBe(old?.wrapped);
  expect(await during.open('mine', place, await before.seal('mine', place, 'meanwhile'))).toBe('meanwhile');
  const after = await start(second);
  expect(await after.open('mine', place, sealed)).toBe('a-secret-value');
});

describe('without BELLHOP_SECRET', () => {
  it('a secret is made once, for this user only, and processes that start at once agree on it', async () => {
    const kids = Array.from({ length: 5 }, () => keysOf().current.kid);
    expect(new Set(kids).size).toBe(1);
    expect(readdirSync(dataDir)).toEqual(['bellhop.secret']);
    const path = join(dataDir, 'bellhop.secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keysOf(readFileSync(path, 'utf8').trim()).current.kid).toBe(kids[0]);
    await start();
    await start();
    rmSync(path);
    await expect(start()).rejects.toThrow(/^The secret file .+bellhop\.secret is not the secret/);
  });

  it('a file that is no secret, or cannot be read, stops the start with one line that names it', () => {
    writeFileSync(join(dataDir, 'bellhop.secret'), 'hello\n');
    expect(() => keysOf()).toThrow(/^The secret file .+ cannot be used: it must hold 32 random bytes/);
    const nowhere = { secret: undefined, findDataDir: () => join(dataDir, 'missing'), redactor };
    expect(() => loadMasterKeys(nowhere)).toThrow(/^The secret file .+missing.+ cannot be used \(ENOENT/);
  });

  it('with it the data folder is not touched', () => {
    const findDataDir = () => {
      throw new Error('nobody asks for it');
    };
    const secret = Buffer.alloc(32, 200).toString('base64url');
    expect(loadMasterKeys({ secret, findDataDir, redactor }).current.kid).toMatch(/^[0-9a-f]{16}$/);
  });
});

it('master secrets are known to the redactor, in both alphabets', () => {
  const bytes = Buffer.alloc(32, 255);
  const mine = createRedactor();
  loadMasterKeys({ secret: bytes.toString('base64url'), findDataDir: () => dataDir, redactor: mine });
  expect(mine.redact(`${bytes.toString('base64')} ${bytes.toString('base64url')}`)).toBe('••• •••');
});
