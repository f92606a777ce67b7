import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { StartError } from '../start-error.ts';
import { canReach, findDatabaseUser } from './database-user.ts';

/** Where root keeps data that PostgreSQL's user could not reach otherwise. */
export const SYSTEM_DIR = '/var/lib/bellhop';

/** The folder inside the data folder that is PostgreSQL's own. */
export function clusterIn(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/**
 * The folder where data really lies; it exists afterwards. It is the wanted one, except for root when PostgreSQL's
 * user cannot reach that: then it is `/var/lib/bellhop/<hash of the checkout>`.
 * @throws StartError when neither can be used, or a file stands in its place
 */
export function resolveDataDir({ dataDir, checkout }: { dataDir: string; checkout: string }): string {
  const wanted = realPath(resolve(dataDir));
  const above = nearestExisting(wanted);
  if (!statSync(above).isDirectory())
    throw new StartError(
      `The data folder ${wanted} cannot be made: ${above} is a file. Set DATA_DIR to a folder.`,
    );
  const user = findDatabaseUser(clusterIn(wanted));
  if (!user) return makeOwnFolder(wanted);

  if (existsSync(clusterIn(wanted))) {
    if (canReach(wanted, user)) return wanted;
    throw new StartError(
      `The database in ${wanted} belongs to a user (uid ${user.uid}) who may not pass the folders above it. Let everyone pass them (chmod o+x), or move the data and set DATA_DIR.`,
    );
  }
  const moved = systemFolder(wanted, checkout);
  if (existsSync(clusterIn(moved))) return moved;
  const usable = isWritable(above) && canReach(above, user);
  return makeFolder(usable ? wanted : moved);
}

/** One per checkout, or per DATA_DIR where that is another, so that two servers never share by accident. */
function systemFolder(wanted: string, checkout: string): string {
  const root = realpathSync(checkout);
  const key = wanted === join(root, 'data') ? root : wanted;
  return join(SYSTEM_DIR, createHash('sha256').update(key).digest('hex').slice(0, 8));
}

function makeOwnFolder(wanted: string): string {
  const folder = makeFolder(wanted);
  const owned = existsSync(clusterIn(folder)) ? clusterIn(folder) : folder;
  const { uid } = statSync(owned);
  if (uid !== process.getuid?.() || !isWritable(owned)) throw new StartError(belongsToAnother(owned, uid));
  return folder;
}

/** The message for someone who starts on another user's data. */
function belongsToAnother(path: string, uid: number): string {
  return `The data folder ${path} belongs to another user (uid ${uid}). Start Bellhop as that user, or set DATA_DIR to a folder of your own.`;
}

/** Passable for PostgreSQL's user, whatever the umask; listing stays with the owner. */
function makeFolder(path: string): string {
  try {
    // One by one: Node's own way of making them all never returns where the kernel allows none, as under /proc.
    const existing = nearestExisting(path);
    const missing = relative(existing, path).split(sep).filter(Boolean);
    missing.reduce((parent, name) => makeOne(join(parent, name)), existing);
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data folder ${path} cannot be used (${reason}). Set DATA_DIR to a folder of your own.`,
      {
        cause: error,
      },
    );
  }
}

function makeOne(path: string): string {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process that starts at the same moment may have been quicker.
    if (!existsSync(path)) throw error;
  }
  chmodSync(path, 0o711);
  return path;
}

/** Also of a path whose last parts do not exist yet: one folder has one name, however it was reached. */
function realPath(path: string): string {
  const existing = nearestExisting(path);
  return join(realpathSync(existing), relative(existing, path));
}

function nearestExisting(path: string): string {
  let at = path;
  while (!existsSync(at)) at = dirname(at);
  return at;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
