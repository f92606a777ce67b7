import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.ts';
import type { DatabaseLog } from './postgres-server.ts';
import { describeServerProcess, listServerProcesses } from './server-processes.ts';

/** The one that holds the data folder; undefined when no running postmaster of this cluster does. */
export function findPostmaster(place: ClusterPlace): number | undefined {
  return findHolder(dataLock(place), place);
}

/**
 * Removes what would keep PostgreSQL from starting after a kill -9 or a deleted folder: a postmaster that lost its folder,
 * children that did not notice its end, because they were busy, and lock files whose process id belongs to a stranger by
 * now. PostgreSQL deals with all the rest.
 */
export async function clearLeftovers(place: ClusterPlace, log: DatabaseLog): Promise<void> {
  // A postmaster locks its folder first and its socket last: with the socket's lock alone it has lost the folder.
  const homeless = findHolder(socketLock(place), place);
  if (homeless && findPostmaster(place) !== homeless) await endProcesses([homeless], place, log);

  const children = listServerProcesses(place).filter(({ isPostmaster }) => !isPostmaster);
  const orphans = children.filter(({ parent }) => !describeServerProcess(parent, place)?.isPostmaster);
  await endProcesses(
    orphans.map(({ pid }) => pid),
    place,
    log,
  );

  for (const file of [dataLock(place), socketLock(place)]) {
    // One that is empty is being written right now.
    if (readLock(file) && !findHolder(file, place)) rmSync(file, { force: true });
  }
}

const dataLock = ({ cluster }: ClusterPlace) => join(cluster, 'postmaster.pid');
const socketLock = ({ socketDir }: ClusterPlace) => join(socketDir, '.s.PGSQL.5432.lock');

/** The postmaster that a lock file names. */
function findHolder(file: string, place: ClusterPlace): number | undefined {
  const pid = readLock(file);
  return pid && describeServerProcess(pid, place)?.isPostmaster ? pid : undefined;
}

/** The process id in the first line; PostgreSQL negates it when it runs without a postmaster. */
function readLock(file: string): number | undefined {
  try {
    return Math.abs(Number.parseInt(readFileSync(file, 'utf8'), 10)) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function endProcesses(pids: number[], place: ClusterPlace, log: DatabaseLog): Promise<void> {
  for (const pid of pids) {
    log.warn(`ending process ${pid}, left over by a PostgreSQL that was killed`);
    endProcess(pid);
  }
  while (pids.some((pid) => describeServerProcess(pid, place))) await pause(5);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
