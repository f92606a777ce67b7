import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackupName } from './backup-name.ts';
import { chooseKept } from './choose-kept.ts';

/** Removes the backups of a folder that are no longer kept; what has another name is not ours to remove. */
export async function pruneBackups(folder: string): Promise<void> {
  const names = await readdir(folder);
  const made = names.flatMap((name) => {
    const time = readBackupName(name);
    return time ? [{ name, time }] : [];
  });
  const kept = chooseKept(made.map(({ time }) => time));
  for (const { name, time } of made) if (!kept.has(time)) await rm(join(folder, name));
}
