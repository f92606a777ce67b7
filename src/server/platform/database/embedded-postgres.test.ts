import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import {
  type DatabaseProcess,
  spawnDatabaseProcess,
} from '../../../../tests/setup/spawn-database-process.ts';
import { createLog } from '../log.ts';
import { findPostmaster } from './clear-leftovers.ts';
import { type ClusterPlace, findClusterPlace } from './cluster-place.ts';
import { canReach, findDatabaseUser } from './database-user.ts';
import { type Database, openDatabase } from './open-database.ts';
import { prepareBinaries } from './prepare-binaries.ts';
import { listServerProcesses } from './server-processes.ts';

const checkout = join(import.meta.dirname, '..', '..', '..', '..');
const log = createLog('fatal');
const isRoot = process.getuid?.() === 0;
const stranger = { uid: 65_534, gid: 65_534 };

let home: string;
let dataDir: string;
let place: ClusterPlace;
const opened: Database[] = [];
const started: DatabaseProcess[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'bellhop-embedded-'));
  chmodSync(home, 0o711);
  dataDir = join(home, 'data');
  mkdirSync(dataDir, { mode: 0o711 });
  place = await findClusterPlace(dataDir, log);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.end('SIGKILL')));
  await Promise.all(opened.splice(0).map((database) => database.close()));
  for (const { pid } of listServerProcesses(place)) process.kill(pid, 'SIGKILL');
  await waitFor(() => listServerProcesses(place).length === 0);
  rmSync(home, { recursive: true });
  rmSync(place.socketDir, { recursive: true, force: true });
});

async function open(): Promise<Database> {
  const database = await openDatabase({ dataDir, checkout, log });
  opened.push(database);
  return database;
}

function startProcess(environment: Record<string, string> = {}): DatabaseProcess {
  const process = spawnDatabaseProcess({ DATA_DIR: dataDir, ...environment });
  started.push(process);
  return process;
}

async function write(database: Database, note: string): Promise<void> {
  await database.pool.query('create table if not exists notes (text text)');
  await database.pool.query('insert into notes values ($1)', [note]);
}

async function read(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>('select text from notes order by text');
  return rows.map(({ text }) => text);
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written, listens to nobody outside, and sorts by code point', async () => {
    const first = await open();
    await write(first, 'kept');
    await first.close();
    expect(findPostmaster(place)).toBeUndefined();

    const second = await open();
    expect(await read(second)).toEqual(['kept']);
    const settings = `select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
      current_setting('max_connections') as connections, 'Z' < 'a' as by_code_point`;
    const { rows } = await second.pool.query(settings);
    expect(rows[0]).toEqual({ addresses: '', fsync: 'on', connections: '60', by_code_point: true });
    expect(second.description).toBe(`embedded PostgreSQL 18 in ${join(dataDir, 'postgres')}`);
    await second.close();
  });

  it('is shared by four processes that start at once, and stopped by the last', async () => {
    const processes = [startProcess(), startProcess(), startProcess(), startProcess()];
    const postmasters = await Promise.all(processes.map(({ said }) => said));
    expect(new Set(postmasters)).toEqual(new Set([String(findPostmaster(place))]));

    const [last, ...others] = processes;
    await Promise.all(others.map((other) => other.end('SIGTERM')));
    expect(findPostmaster(place)).toBe(Number(postmasters[0]));
    await last?.end('SIGTERM');
    expect(findPostmaster(place)).toBeUndefined();
  });

  it('survives everyone who leaves and comes at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const leaving = await open();
      await write(leaving, String(round));
      const [, coming] = await Promise.all([leaving.close(), open()]);
      expect(await read(coming)).toHaveLength(round + 1);
      await coming.close();
      expect(findPostmaster(place)).toBeUndefined();
    }
  });

  it('is adopted after its process was killed', async () => {
    const killed = startProcess();
    const postmaster = Number(await killed.said);
    await killed.end('SIGKILL');
    expect(findPostmaster(place)).toBe(postmaster);

    const next = await open();
    expect(findPostmaster(place)).toBe(postmaster);
    await next.close();
    expect(findPostmaster(place)).toBeUndefined();
  });

  it('is started again under a living server when it was killed, with all that was acknowledged', async () => {
    const database = await open();
    await write(database, 'acknowledged');
    const killed = findPostmaster(place) ?? 0;
    process.kill(killed, 'SIGKILL');

    await waitFor(() => ![undefined, killed].includes(findPostmaster(place)));
    // Until the new one is up, and while the pool still has dead connections, queries fail.
    const members = "select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted";
    await waitFor(async () => (await database.pool.query(members).catch(() => undefined))?.rowCount === 1);
    expect(await read(database)).toEqual(['acknowledged']);
    await database.close();
    expect(findPostmaster(place)).toBeUndefined();
  });

  it('starts although a killed one left a busy child behind', async () => {
    const busy = startProcess({ SQL: 'select count(*) from generate_series(1, 100000000000)' });
    const postmaster = Number(await busy.said);
    process.kill(postmaster, 'SIGKILL');
    await busy.end('SIGKILL');
    const orphans = () => listServerProcesses(place).map(({ pid }) => pid);
    await waitFor(() => findPostmaster(place) === undefined);
    const [orphan] = orphans();
    expect(orphan).toBeGreaterThan(0);

    const database = await open();
    expect(orphans()).not.toContain(orphan);
    await database.close();
  });

  it('starts although its lock files name a process id that is a stranger’s by now', async () => {
    await (await open()).close();
    const sleeper = spawn('sleep', ['60'], { ...place.user, stdio: 'ignore' });
    const lockFile = `${sleeper.pid}\n${place.cluster}\n`;
    writeFileSync(join(place.cluster, 'postmaster.pid'), lockFile, { mode: 0o600 });
    writeFileSync(join(place.socketDir, '.s.PGSQL.5432.lock'), lockFile, { mode: 0o600 });

    const database = await open();
    expect(findPostmaster(place)).not.toBe(sleeper.pid);
    await database.close();
    expect(sleeper.exitCode).toBeNull();
    expect(sleeper.kill()).toBe(true);
  });

  it('starts anew when its folder was deleted under it', async () => {
    const killed = startProcess();
    const homeless = Number(await killed.said);
    await killed.end('SIGKILL');
    rmSync(place.cluster, { recursive: true });

    const database = await open();
    expect(findPostmaster(place)).not.toBe(homeless);
    expect(listServerProcesses(place).map(({ pid }) => pid)).not.toContain(homeless);
    await database.close();
  });

  it('removes what a process left that was killed while it made the folder', async () => {
    const ended = startProcess();
    await ended.said;
    await ended.end('SIGTERM');
    const [dead, living] = [join(dataDir, '.initdb-999999999-00000000'), join(dataDir, '.initdb-1-00000000')];
    mkdirSync(dead);
    mkdirSync(living);

    await (await open()).close();
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
  });

  it('refuses a folder of another major version, and leaves it as it is', async () => {
    await (await open()).close();
    const version = join(place.cluster, 'PG_VERSION');
    writeFileSync(version, '17\n');

    await expect(open()).rejects.toThrow(
      /was written by PostgreSQL 17, and this Bellhop brings 18.*DATABASE_URL/,
    );
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    expect(existsSync(join(place.cluster, 'postmaster.pid'))).toBe(false);
  });

  it('says why when PostgreSQL does not start', async () => {
    await (await open()).close();
    writeFileSync(join(place.cluster, 'postgresql.conf'), 'no_such_setting = 1\n', { flag: 'a' });
    await expect(open()).rejects.toThrow(/did not start: .*postgresql\.conf.*errors.*postgres\.log/);
  });

  it.runIf(isRoot && canReach(checkout, stranger))(
    'tells another user that the data are not theirs',
    async () => {
      await (await open()).close();
      const other = spawnDatabaseProcess({ DATA_DIR: dataDir }, stranger);
      expect(await other.said).toMatch(
        /^The data folder .* belongs to another user \(uid \d+\)\. .*DATA_DIR/,
      );
      await other.end('SIGKILL');
    },
  );

  it('refuses a socket folder that somebody else could have prepared', async () => {
    await (await open()).close();
    chmodSync(place.socketDir, 0o755);
    await expect(open()).rejects.toThrow(`${place.socketDir} is not a private folder`);
  });
});

describe('the programs', () => {
  it('are copied when they cannot be used where npm put them', async () => {
    const locked = join(home, 'locked');
    mkdirSync(locked, { mode: 0o700 });
    const installed = join(locked, 'package');
    const native = join(place.binaries.postgres, '..', '..');
    cpSync(join(native, '..'), installed, {
      recursive: true,
      filter: (path) => !/\.so(\.\d+)?$/.test(path) || isRoot,
    });
    // Root can write anywhere, but PostgreSQL's user cannot come in; another user finds it read-only.
    if (!isRoot) chmodSync(join(installed, 'native', 'lib'), 0o500);

    const user = findDatabaseUser(place.cluster);
    const binaries = await prepareBinaries({ dataDir, user, log, installed });
    expect(binaries.postgres.startsWith(dataDir)).toBe(true);
    const version = spawn(binaries.postgres, ['--version'], {
      ...user,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks = await version.stdout.toArray();
    expect(Buffer.concat(chunks).toString()).toMatch(/^postgres \(PostgreSQL\) 18\./);
    chmodSync(join(installed, 'native', 'lib'), 0o700);
  });
});
