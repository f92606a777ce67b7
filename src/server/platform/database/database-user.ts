import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';

/** An account of the operating system. */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

/**
 * Who runs PostgreSQL, which refuses root: the owner of existing data, else `postgres`, else `nobody`.
 * Undefined: we are not root, so we run it ourselves.
 */
export function findDatabaseUser(cluster: string): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    // Some systems write nobody's ids as -2.
    if (account) return { uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody. Start Bellhop as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether this user may use an existing file or folder, and pass every folder above it. */
export function canReach(path: string, user: DatabaseUser): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if (!mayPass(statSync(at), user)) return false;
    if (at === dirname(at)) return true;
  }
}

function mayPass({ mode, uid, gid }: Stats, user: DatabaseUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
