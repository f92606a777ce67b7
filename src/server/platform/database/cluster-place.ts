import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { type DatabaseUser, findDatabaseUser } from './database-user.ts';
import type { DatabaseLog } from './postgres-server.ts';
import { type Binaries, prepareBinaries } from './prepare-binaries.ts';
import { clusterIn } from './resolve-data-dir.ts';

/** Everything about one embedded PostgreSQL that is known before it runs. */
export interface ClusterPlace {
  cluster: string;
  /** Of PostgreSQL's own messages. */
  logFile: string;
  socketDir: string;
  /** PostgreSQL writes it into the titles of its processes. */
  clusterName: string;
  binaries: Binaries;
  /** Undefined: our own. */
  user: DatabaseUser | undefined;
}

/** @throws StartError when the programs or the socket's folder cannot be used */
export async function findClusterPlace(dataDir: string, log: DatabaseLog): Promise<ClusterPlace> {
  const cluster = clusterIn(dataDir);
  const user = findDatabaseUser(cluster);
  const binaries = await prepareBinaries({ dataDir, user, log });
  const clusterName = `bellhop-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  // A socket's path may have 107 bytes at most, so it cannot lie in the data folder.
  const socketDir = makePrivateFolder(join('/tmp', clusterName), user);
  return { cluster, logFile: join(dataDir, 'postgres.log'), socketDir, clusterName, binaries, user };
}

/** /tmp is everyone's: somebody else may have made this folder, or a link, to listen in our place. */
function makePrivateFolder(path: string, user: DatabaseUser | undefined): string {
  try {
    mkdirSync(path, { mode: 0o700 });
    if (user) chownSync(path, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(path);
  const owner = user?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new StartError(
      `${path} is not a private folder of the user with uid ${owner}. Remove it, then start again.`,
    );
  }
  return path;
}
