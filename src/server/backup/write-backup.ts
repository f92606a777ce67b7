import { readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { CopyOut } from './copy/copy-out.ts';
import { listTables, nameTable, prepareSession } from './copy/tables.ts';
import { checkBackup } from './file/check-backup.ts';
import { FORMAT, type Head, type PartEnd } from './file/format.ts';
import { FrameWriter } from './file/frame-writer.ts';

interface BackupTarget {
  path: string;
  /** Files beside the database that belong to it. */
  files?: string[];
}

/**
 * One consistent picture of the database, whoever writes meanwhile, into one file: as a draft, read back and compared, then
 * renamed. What stands under its name is whole.
 * @param session its own, which does nothing else meanwhile
 */
export async function writeBackup(
  session: Client,
  { path, files = [] }: BackupTarget,
): Promise<{ head: Head; parts: PartEnd[] }> {
  const draft = `${path}.draft`;
  await rm(draft, { force: true });
  const writer = new FrameWriter(draft);
  try {
    await copyDatabase(session, writer);
    for (const file of files) await copyFile(file, writer);
    await writer.end();
    const checked = await checkBackup(draft);
    await rename(draft, path);
    return checked;
  } catch (error) {
    await writer.abort();
    await rm(draft, { force: true });
    throw error;
  }
}

async function copyDatabase(session: Client, writer: FrameWriter): Promise<void> {
  await prepareSession(session);
  await session.query('begin isolation level repeatable read read only');
  try {
    const { rows } = await session.query<{ schema: string }>('select current_schema() as schema');
    const schema = rows[0]?.schema ?? 'public';
    const tables = await listTables(session, schema);
    await writer.writeHead(await readHead(session));
    for (const table of tables) {
      const copy = session.query(new CopyOut(`copy ${nameTable(session, schema, table)} to stdout`));
      await writer.writePart({ kind: 'table', ...table }, copy);
    }
  } finally {
    await session.query('rollback');
  }
}

async function readHead(session: Client): Promise<Head> {
  const migrations = await session.query<Head['migrations'][number]>(
    'select number, name, checksum from schema_migrations order by number',
  );
  const sequences = await session.query<Head['sequences'][number]>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = current_schema() and last_value is not null`,
  );
  const keys = await session.query<{ kid: string }>('select kid from master_key');
  return {
    bellhop: 'backup',
    format: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows,
    sequences: sequences.rows,
    kid: keys.rows[0]?.kid ?? null,
  };
}

async function copyFile(path: string, writer: FrameWriter): Promise<void> {
  const content = await readFile(path);
  const once = async function* () {
    yield [content];
  };
  await writer.writePart({ kind: 'file', name: basename(path), columns: [] }, once());
}
