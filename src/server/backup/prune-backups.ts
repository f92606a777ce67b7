import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Log } from '../platform/log.ts';
import { isErasureDraft } from '../privacy/erasure-file.ts';
import { readBackupName } from './backup-name.ts';
import { chooseKept, isTooOld } from './choose-kept.ts';

const DRAFT = /\.draft$/;
const DAY_MS = 86_400_000;

interface PruneDeps {
  pool: Pool;
  folder: string;
  log: Log;
  now?: Date;
}

/**
 * Removes the backups of a folder that are no longer kept, and takes them from the list; what has another name is not ours to
 * remove. Whether or not new ones are made: somebody who was erased does not wait for that.
 */
export async function pruneBackups({ pool, folder, log, now = new Date() }: PruneDeps): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const made = names.flatMap((name) => {
    const time = readBackupName(name);
    return time ? [{ name, time }] : [];
  });
  const kept = chooseKept(
    made.map(({ time }) => time),
    now,
  );
  const gone = made.filter(({ time }) => !kept.has(time)).map(({ name }) => name);
  for (const name of [...gone, ...(await findLeftDrafts(folder, names, now))])
    await rm(join(folder, name), { force: true });
  await pool.query('delete from backups where file = any($1)', [gone]);
  const overdue = made.find(({ time }) => kept.has(time) && isTooOld(time, now));
  if (overdue)
    log.error(
      { file: overdue.name },
      'the newest backup is more than a month old and is kept only because it is the last: make a new one. Who was erased since is still in it',
    );
}

/** A process that was killed has left them, with all that it had read. */
async function findLeftDrafts(folder: string, names: string[], now: Date): Promise<string[]> {
  const left: string[] = [];
  for (const name of names.filter((one) => DRAFT.test(one))) {
    const begun =
      readBackupName(name.replace(DRAFT, '')) ??
      (isErasureDraft(name) ? await readTime(join(folder, name)) : null);
    if (begun && now.getTime() - begun.getTime() > DAY_MS) left.push(name);
  }
  return left;
}

/** Null: it has taken its place meanwhile. */
async function readTime(path: string): Promise<Date | null> {
  const found = await stat(path).catch(() => null);
  return found?.mtime ?? null;
}
