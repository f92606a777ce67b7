import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.ts';
import type { DatabaseLog } from './postgres-server.ts';
import { describeServerProcess, listServerProcesses } from './server-processes.ts';

/** The lock file's first line; undefined when that is not a running postmaster of this cluster. */
export function findPostmaster(place: ClusterPlace): number | undefined {
  const pid = readLockFile(join(place.cluster, 'postmaster.pid'));
  const found = pid ? describeServerProcess(pid, place) : undefined;
  return found?.isPostmaster ? found.pid : undefined;
}

/**
 * Removes what would keep PostgreSQL from starting after a kill -9: children that did not notice, because they were busy,
 * and lock files whose process id belongs to a stranger by now. PostgreSQL deals with all the rest.
 */
export async function clearLeftovers(place: ClusterPlace, log: DatabaseLog): Promise<void> {
  const leftovers = listServerProcesses(place).filter(({ isPostmaster, isHomeless, parent }) => {
    return isHomeless || (!isPostmaster && !describeServerProcess(parent, place)?.isPostmaster);
  });
  for (const { pid } of leftovers) {
    log.warn(`ending process ${pid}, left over by a PostgreSQL that was killed`);
    endProcess(pid);
  }
  while (leftovers.some(({ pid }) => describeServerProcess(pid, place))) await pause(5);

  for (const file of [join(place.cluster, 'postmaster.pid'), join(place.socketDir, '.s.PGSQL.5432.lock')]) {
    const pid = readLockFile(file);
    if (pid && !describeServerProcess(pid, place)?.isPostmaster) rmSync(file, { force: true });
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readLockFile(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  // The socket's lock file holds a negative number for a postmaster of a single user.
  return Math.abs(Number.parseInt(readFileSync(path, 'utf8'), 10)) || undefined;
}
