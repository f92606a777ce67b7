import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import type { ClusterPlace } from './cluster-place.ts';
import type { DatabaseLog } from './postgres-server.ts';
import { isAlive } from './server-processes.ts';

/** Names of drafts that this process is working on. */
const ownDrafts = new Set<string>();

/**
 * Makes PostgreSQL's data folder unless there is one. A draft that is renamed when it is whole: a kill leaves no half
 * folder, and of several processes that start at once one wins.
 * @throws StartError when the folder is another major version's, or initdb fails
 */
export async function initialiseCluster(place: ClusterPlace, log: DatabaseLog): Promise<void> {
  await removeDeadDrafts(place);
  if (existsSync(place.cluster)) return checkVersion(place);
  log.info(`creating a database in ${place.cluster}`);
  const name = `.initdb-${process.pid}-${randomBytes(4).toString('hex')}`;
  const draft = join(dirname(place.cluster), name);
  ownDrafts.add(name);
  try {
    await mkdir(draft, { mode: 0o700 });
    if (place.user) chownSync(draft, place.user.uid, place.user.gid);
    await runInitdb(draft, place);
    await rename(draft, place.cluster);
    await syncFolder(dirname(place.cluster));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process was quicker: its folder is as good.
    if (!existsSync(place.cluster)) throw error;
  } finally {
    ownDrafts.delete(name);
  }
  checkVersion(place);
}

async function runInitdb(draft: string, { binaries, user }: ClusterPlace): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = ['-D', draft, '-U', 'bellhop', '-A', 'trust', ...locale];
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  try {
    await promisify(execFile)(binaries.initdb, args, { ...user, cwd: '/', env: environment });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const reason = stderr?.match(/error: (.*)/)?.[1] ?? message;
    throw new StartError(
      `PostgreSQL's data folder could not be made: ${reason}. Set DATABASE_URL to use another PostgreSQL.`,
      {
        cause: error,
      },
    );
  }
}

function checkVersion({ cluster, binaries }: ClusterPlace): void {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new StartError(
      `${cluster} is no data folder of PostgreSQL. Move it away, or set DATA_DIR to another folder.`,
    );
  }
  const written = readFileSync(file, 'utf8').trim();
  if (written === binaries.major) return;
  throw new StartError(
    `The data in ${cluster} was written by PostgreSQL ${written}, and this Bellhop brings ${binaries.major}. Nothing was changed. Go back to the Bellhop that wrote it, or dump it with a PostgreSQL ${written} (pg_dump), restore the dump into another PostgreSQL and set DATABASE_URL to that.`,
  );
}

/** What a killed process left. One whose process id lives on may be in the making. */
async function removeDeadDrafts({ cluster }: ClusterPlace): Promise<void> {
  const folder = dirname(cluster);
  for (const name of await readdir(folder)) {
    const pid = Number(name.match(/^\.(?:initdb|programs)-(\d+)-/)?.[1]);
    if (!pid || ownDrafts.has(name) || (pid !== process.pid && isAlive(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** So that the rename survives a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
