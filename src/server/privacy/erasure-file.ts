import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Erasure } from './reapply-erasures.ts';

const erasureSchema = z.object({
  workspaceId: z.string(),
  kind: z.enum(['visitor', 'lead', 'call']),
  id: z.string(),
});

/** Beside the backups, so that who carries these away takes it along. It holds names of rows, and nothing of people. */
const nameIn = (folder: string) => join(folder, 'erasures.jsonl');

/** Writes down what the database knows of erasures: a backup from before does not know it. */
export async function writeErasures(pool: Pool, folder: string): Promise<void> {
  const { rows } = await pool.query<Erasure>(
    'select workspace_id as "workspaceId", kind, id from erasures order by erased_at, id',
  );
  if (rows.length === 0) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${nameIn(folder)}.${process.pid}.draft`;
  await writeFile(draft, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), {
    mode: 0o600,
    flush: true,
  });
  await rename(draft, nameIn(folder));
}

/** @throws Error when a line is none of ours: to leave it out would bring somebody back */
export async function readErasures(folder: string): Promise<Erasure[]> {
  if (!existsSync(nameIn(folder))) return [];
  const lines = (await readFile(nameIn(folder), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => erasureSchema.parse(JSON.parse(line)));
}
