import type { Client } from 'pg';
import { StartError } from '../platform/start-error.ts';
import type { Erasure } from '../privacy/reapply-erasures.ts';

/** Where a backup is loaded before it counts. */
const DRAFT = 'bellhop_restore';
const REPLACED = 'bellhop_replaced';

export interface RestorePlace {
  /** The schema that Bellhop works in. */
  schema: string;
  draft: string;
  /** What the database knew of erasures before it is replaced. */
  erasures: Erasure[];
}

/** Looks whether a backup may be restored here, and makes an empty schema for it, in which the session then is. @throws StartError */
export async function findRestorePlace(session: Client, replace: boolean): Promise<RestorePlace> {
  const { rows } = await session.query<{ schema: string; others: number; used: boolean; erasures: boolean }>(
    `select current_schema() as schema, to_regclass('workspaces') is not null as used,
       to_regclass('erasures') is not null as erasures,
       (select count(*)::int from pg_stat_activity
         where datname = current_database() and application_name = 'bellhop' and pid <> pg_backend_pid()) as others`,
  );
  const [found] = rows;
  if (!found?.schema) throw new StartError('This database has no schema that its user may write to.');
  if (found.others > 0)
    throw new StartError('Bellhop is running on this database. Stop it everywhere, then restore.');
  if (found.used && !replace && (await session.query('select from workspaces limit 1')).rowCount)
    throw new StartError(
      'This database already holds data. Restore into an empty one, or say --replace to lose what is there.',
    );
  const erasures = found.erasures
    ? (await session.query<Erasure>('select workspace_id as "workspaceId", kind, id from erasures')).rows
    : [];
  await session.query(`drop schema if exists ${DRAFT} cascade`);
  await session.query(`drop schema if exists ${REPLACED} cascade`);
  await session.query(`create schema ${DRAFT}`);
  await session.query(`set search_path = ${DRAFT}`);
  return { schema: found.schema, draft: DRAFT, erasures };
}

/** What was restored takes the place of what was there. @throws StartError when there is something of somebody else */
export async function swapIn(session: Client, { schema, draft }: RestorePlace): Promise<void> {
  await refuseForeignTables(session, schema, draft);
  const name = session.escapeIdentifier(schema);
  await session.query('begin');
  await session.query(`alter schema ${name} rename to ${REPLACED}`);
  await session.query(`alter schema ${draft} rename to ${name}`);
  // The runs in it belong to processes and rows that are no more; the engine makes it anew.
  await session.query('drop schema if exists dbos cascade');
  await session.query(`drop schema ${REPLACED} cascade`);
  await session.query('commit');
}

/** With the schema goes all that is in it. */
async function refuseForeignTables(session: Client, schema: string, draft: string): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `select relname as name from pg_class
       where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
         and relname not in (select relname from pg_class where relnamespace = $2::regnamespace)
     union all select 'the extension ' || extname from pg_extension where extnamespace = $1::regnamespace
     limit 5`,
    [schema, draft],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new StartError(
    `This database also holds what is not Bellhop's (${names}). Restore into a database of its own. Nothing was changed.`,
  );
}
