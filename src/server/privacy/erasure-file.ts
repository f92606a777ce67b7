import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { z } from 'zod';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { newId } from '../platform/ids.ts';
import { StartError } from '../platform/start-error.ts';
import type { Erasure } from './reapply-erasures.ts';

const lineSchema = z.union([
  z.strictObject({ upTo: z.iso.datetime() }),
  z.strictObject({ workspaceId: z.string(), kind: z.enum(['visitor', 'lead', 'call']), id: z.string() }),
]);

export interface ErasureList {
  /** Whoever was erased after this is not in it. Null: nobody knows. */
  upTo: Date | null;
  erasures: Erasure[];
}

/** Beside the backups, so that who carries these away takes it along. It holds names of rows, and nothing of people. */
const NAME = 'erasures.jsonl';
const nameIn = (folder: string) => join(folder, NAME);

/** Whether a file beside it is one that was to take its place. */
export const isErasureDraft = (name: string) => name.startsWith(`${NAME}.`) && name.endsWith('.draft');

/**
 * Writes down what the database knows of erasures, besides what stands there: a backup from before does not know it, and a database
 * that was begun anew beside old backups knows nothing of theirs. One process at a time: none overwrites a newer list by what it
 * read before.
 */
export async function writeErasures(pool: Pool, folder: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('bellhop.erasures'))`);
    const upTo = new Date().toISOString();
    const { rows } = await client.query<Erasure>(
      'select workspace_id as "workspaceId", kind, id from erasures order by erased_at, id',
    );
    const known = (await readErasures(folder)).erasures;
    const lines = new Set([...known, ...rows].map(toLine));
    await replaceFile(folder, [JSON.stringify({ upTo }), ...lines, ''].join('\n'));
  });
}

async function replaceFile(folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // In containers every process has the same number.
  const draft = `${nameIn(folder)}.${newId()}.draft`;
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true });
    await rename(draft, nameIn(folder));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const toLine = ({ workspaceId, kind, id }: Erasure) => JSON.stringify({ workspaceId, kind, id });

/** @throws StartError when a line is none of ours: to leave it out would bring somebody back */
export async function readErasures(folder: string): Promise<ErasureList> {
  const path = nameIn(folder);
  if (!existsSync(path)) return { upTo: null, erasures: [] };
  const text = await readFile(path, 'utf8');
  try {
    const lines = text
      .split('\n')
      .filter(Boolean)
      .map((line) => lineSchema.parse(JSON.parse(line)));
    const head = lines.find((line) => 'upTo' in line);
    const erasures = lines.flatMap((line) => ('id' in line ? [line] : []));
    return { upTo: head ? new Date(head.upTo) : null, erasures };
  } catch (cause) {
    throw new StartError(
      `${path} has lines that Bellhop has not written. It says who must not come back with a backup: put back the file that was there.`,
      { cause },
    );
  }
}
