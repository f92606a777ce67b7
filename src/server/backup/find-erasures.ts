import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type ErasureList, readErasures } from '../privacy/erasure-file.ts';
import type { Erasure } from '../privacy/reapply-erasures.ts';
import { readBackupName } from './backup-name.ts';
import { BrokenBackup } from './file/broken-backup.ts';
import type { Head } from './file/format.ts';
import { readBackup } from './file/read-backup.ts';

interface FoundErasures extends ErasureList {
  /** Newer backups that turned out to be broken. */
  unreadable: string[];
}

/**
 * Who was erased after a backup was made, as far as its surroundings know: by the lists in these folders, and by the newest
 * backup in each of them that can be read, which holds the table of its own moment.
 */
export async function findErasures(folders: string[], { madeAt }: Head): Promise<FoundErasures> {
  const unreadable: string[] = [];
  const lists: ErasureList[] = [];
  for (const folder of new Set(folders)) {
    lists.push(await readErasures(folder));
    for (const path of await listNewer(folder, new Date(madeAt))) {
      const list = await tryToRead(path);
      if (list) {
        lists.push(list);
        break;
      }
      unreadable.push(path);
    }
  }
  const times = lists.flatMap(({ upTo }) => (upTo ? [upTo.getTime()] : []));
  return {
    unreadable,
    upTo: times.length > 0 ? new Date(Math.max(...times)) : null,
    erasures: lists.flatMap(({ erasures }) => erasures),
  };
}

/** The newest first. */
async function listNewer(folder: string, after: Date): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  // By their names, which sort as their times do.
  const newer = names.filter((name) => (readBackupName(name) ?? after) > after).toSorted();
  return newer.reverse().map((name) => join(folder, name));
}

/** Null: it is broken, maybe the very reason why an older one is restored. */
async function tryToRead(path: string): Promise<ErasureList | null> {
  try {
    return await readFromBackup(path);
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    return null;
  }
}

/** The rows of one table; the others are read over. */
async function readFromBackup(path: string): Promise<ErasureList> {
  const erasures: Erasure[] = [];
  const { head } = await readBackup(path, {
    async onPart({ kind, name, columns }, data) {
      if (kind === 'table' && name === 'erasures') await collect(columns, data, erasures);
      else for await (const _ of data);
    },
  });
  return { upTo: new Date(head.madeAt), erasures };
}

/** As COPY writes them. In names of rows nothing is escaped. */
async function collect(columns: string[], data: AsyncIterable<Buffer>, into: Erasure[]): Promise<void> {
  for await (const line of createInterface({
    input: Readable.from(data),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const values = new Map(line.split('\t').map((value, index) => [columns[index], value]));
    into.push({
      workspaceId: values.get('workspace_id') ?? '',
      kind: values.get('kind') as Erasure['kind'],
      id: values.get('id') ?? '',
    });
  }
}
