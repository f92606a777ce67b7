import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, Pool } from 'pg';
import type { Backup } from '../../contract/privacy/backup.ts';
import { AppError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import { beginBackup, endBackup, findNewestBackup, hasDailyBackup } from './backup-log.ts';
import { backupName } from './backup-name.ts';
import { countRows } from './file/count-rows.ts';
import { pruneBackups } from './prune-backups.ts';
import { writeBackup } from './write-backup.ts';

/** Held by the process that makes a backup, as long as it does. */
const BACKUP_LOCK = 7_033_920_003;

interface BackupDeps {
  pool: Pool;
  /** A session of its own for the copy. */
  connect(): Promise<Client>;
  /** Where they are kept; asked once it is needed. */
  folder(): string;
  /** Writes down beside the backups who was erased. */
  keepErasures(): Promise<void>;
  log: Log;
}

/** Makes the backups of this installation, one at a time in all its processes. */
export class Backups {
  private readonly deps: BackupDeps;
  private session: Client | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(deps: BackupDeps) {
    this.deps = deps;
  }

  /** Begins one and answers at once; while one is being made already, that is the answer. */
  async start(): Promise<Backup> {
    const session = await this.lock();
    if (session) return this.begin(session);
    const newest = await findNewestBackup(this.deps.pool);
    if (newest) return newest;
    throw new AppError('conflict', { publicMessage: 'Another process begins a backup. Try again.' });
  }

  /** Makes the backup of the day, unless it was made. Resolves when it is done. */
  async makeDaily(): Promise<void> {
    if (await hasDailyBackup(this.deps.pool)) return;
    const session = await this.lock();
    // Another process is at it.
    if (!session) return;
    if (await hasDailyBackup(this.deps.pool)) return session.end();
    await this.begin(session);
    await this.underWay;
  }

  /** What is under way ends as failed; its draft is removed. */
  async stop(): Promise<void> {
    await this.session?.end();
    await this.underWay;
  }

  private async lock(): Promise<Client | null> {
    const session = await this.deps.connect();
    const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      BACKUP_LOCK,
    ]);
    if (rows[0]?.held) return session;
    await session.end();
    return null;
  }

  private async begin(session: Client): Promise<Backup> {
    const id = newId();
    const file = backupName(new Date());
    try {
      const backup = await beginBackup(this.deps.pool, id, file);
      this.session = session;
      this.underWay = this.make(session, id, file).finally(async () => {
        this.session = undefined;
        await session.end();
      });
      return backup;
    } catch (error) {
      await session.end();
      throw error;
    }
  }

  private async make(session: Client, id: string, file: string): Promise<void> {
    const { pool, log, keepErasures } = this.deps;
    try {
      const folder = this.deps.folder();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, file);
      const { parts } = await writeBackup(session, { path });
      await keepErasures();
      const { size } = await stat(path);
      await endBackup(pool, id, { bytes: size, rows: countRows(parts) });
      await pruneBackups({ pool, folder, log });
      log.info({ file, bytes: size }, 'a backup was made');
    } catch (error) {
      log.error({ err: error }, 'the backup failed');
      const problem = error instanceof Error ? error.message : String(error);
      await endBackup(pool, id, { problem }).catch((lost) =>
        log.warn({ err: lost }, 'that a backup failed could not be written down'),
      );
    }
  }
}
