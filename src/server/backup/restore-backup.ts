import { buffer } from 'node:stream/consumers';
import type { Client } from 'pg';
import { migrateSession, readMigrations } from '../platform/database/migrate.ts';
import type { Database } from '../platform/database/open-database.ts';
import type { DatabaseLog } from '../platform/database/postgres-server.ts';
import { StartError } from '../platform/start-error.ts';
import { type Erasure, reapplyErasures } from '../privacy/reapply-erasures.ts';
import { CopyIn } from './copy/copy-in.ts';
import { loadSchema } from './copy/load-schema.ts';
import { sumTable } from './copy/sum-table.ts';
import { listTables, nameTable, prepareSession } from './copy/tables.ts';
import { BrokenBackup } from './file/broken-backup.ts';
import type { CheckedBackup } from './file/check-backup.ts';
import type { Head, PartEnd } from './file/format.ts';
import { readBackup } from './file/read-backup.ts';
import { findRestorePlace, type RestorePlace, swapIn } from './restore-place.ts';

interface RestoreOptions {
  database: Database;
  path: string;
  /** What `checkBackup` said of it. */
  checked: CheckedBackup;
  migrations: string;
  /** What is in the database now may go. */
  replace: boolean;
  /** Whom to forget again, besides those that the database itself knows of. */
  erasures: Erasure[];
  log: DatabaseLog;
}

export interface Restored {
  head: Head;
  parts: PartEnd[];
  /** Files that lay in the backup, for the caller to put where they belong. */
  files: Map<string, Buffer>;
  /** People and leads that had been erased since, and were erased again. */
  erasedAgain: number;
}

/**
 * Loads a backup beside what is there, compares every table with it, and only then lets it take its place, in one transaction.
 * Whatever fails before that leaves everything as it was. An older backup is brought up to this version.
 * @throws StartError with what to do
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { database, path, migrations, log } = options;
  const { head, parts } = options.checked;
  refuseOtherMigrations(head, migrations);
  const session = await database.connect();
  try {
    const place = await findRestorePlace(session, options.replace);
    await prepareSession(session);
    await session.query(`set maintenance_work_mem = '256MB'`);
    await migrateSession(session, migrations, log, head.migrations.at(-1)?.number);
    const files = await load(session, place, path, parts);
    await migrateSession(session, migrations, log);
    const erasures = [...options.erasures, ...place.erasures];
    const erasedAgain = await reapplyErasures(session, erasures);
    await session.query('analyze');
    await swapIn(session, place);
    return { head, parts, files, erasedAgain };
  } finally {
    await session.end();
  }
}

/** A backup is loaded into the tables that it was made from: those of exactly these migrations. */
function refuseOtherMigrations(head: Head, directory: string): void {
  const ours = new Map(readMigrations(directory).map(({ number, checksum }) => [number, checksum]));
  const newer = head.migrations.find(({ number }) => !ours.has(number));
  if (newer)
    throw new StartError(
      `A newer Bellhop has made this backup (it has the migration ${newer.name}). Update this one, then restore. Nothing was changed.`,
    );
  const other = head.migrations.find(({ number, checksum }) => ours.get(number) !== checksum);
  if (other)
    throw new StartError(
      `This backup was made with another ${other.name} than this Bellhop has. Restore it with the version that made it. Nothing was changed.`,
    );
}

/** All tables, or none of them. */
async function load(
  session: Client,
  { draft }: RestorePlace,
  path: string,
  parts: PartEnd[],
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const tables = await listTables(session, draft);
  await session.query('begin');
  await loadSchema(session, async () => {
    const names = tables.map(({ name }) => session.escapeIdentifier(name)).join(', ');
    // What migrations put there themselves is in the backup as well.
    await session.query(`truncate ${names}`);
    await readBackup(path, {
      async onHead({ sequences }) {
        for (const { name, value } of sequences)
          await session.query('select setval($1::regclass, $2::bigint)', [
            `${session.escapeIdentifier(draft)}.${session.escapeIdentifier(name)}`,
            value,
          ]);
      },
      async onPart({ kind, name, columns }, data) {
        if (kind === 'file') {
          files.set(name, await buffer(data));
          return;
        }
        const target = nameTable(session, draft, { name, columns });
        await session.query(new CopyIn(`copy ${target} from stdin`, data)).done;
      },
    });
    await compare(session, draft, parts);
  });
  await session.query('commit');
  return files;
}

async function compare(session: Client, schema: string, parts: PartEnd[]): Promise<void> {
  const wanted = new Map(parts.filter(({ kind }) => kind === 'table').map((part) => [part.name, part]));
  for (const table of await listTables(session, schema)) {
    const { rows, text } = await sumTable(session, schema, table);
    const part = wanted.get(table.name);
    wanted.delete(table.name);
    if (rows !== (part?.rows ?? 0) || (part && part.sum !== text))
      throw new BrokenBackup(`the table ${table.name} came out with other rows than it has`);
  }
  const [missing] = wanted.keys();
  if (missing) throw new BrokenBackup(`there is no table ${missing} in this version`);
}
