import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { BrokenBackup } from './broken-backup.ts';
import type { Head, PartEnd } from './format.ts';
import { readBackup } from './read-backup.ts';

export interface CheckedBackup {
  head: Head;
  parts: PartEnd[];
}

/** Reads a backup file from its start to its end, and compares each part with what the file says of it. @throws BrokenBackup */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const found: PartEnd[] = [];
  let last = { bytes: 0, sha256: '' };
  const read = await readBackup(path, {
    async onPart(_, data) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of data) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      last = { bytes, sha256: hash.digest('hex') };
    },
    onPartEnd(end) {
      if (end.bytes !== last.bytes || end.sha256 !== last.sha256)
        throw new BrokenBackup(`its part ${end.name} is not what was written`);
      found.push(end);
    },
  });
  if (!isDeepStrictEqual(found, read.parts)) throw new BrokenBackup('parts of it are missing');
  return read;
}
