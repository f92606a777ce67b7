import type { Client } from 'pg';

export interface Table {
  name: string;
  /** Those that can be written; others are made of them. */
  columns: string[];
}

/**
 * What is of a process and not of the data: who is alive, which backups lie in this folder. And the list of migrations, which
 * a restore makes by running them. The durable engine's own schema `dbos` is left out as a whole: see docs/decisions/022.
 */
const LEFT_OUT = ['engine_processes', 'backups', 'schema_migrations'];

/** Text that does not depend on whose session it is. */
const SETTINGS = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set extra_float_digits = 3; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0`;

/** Has to be called once in a session before it copies. */
export async function prepareSession(session: Client): Promise<void> {
  await session.query(SETTINGS);
}

/** The tables of a schema with their columns. */
export async function listTables(session: Client, schema: string): Promise<Table[]> {
  const { rows } = await session.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = $1 and c.relkind = 'r' and c.relname <> all ($2)
     group by c.relname order by c.relname collate "C"`,
    [schema, LEFT_OUT],
  );
  return rows;
}

/** The table with its columns, as COPY wants it. */
export function nameTable(session: Client, schema: string, { name, columns }: Table): string {
  const quoted = columns.map((column) => session.escapeIdentifier(column)).join(', ');
  return `${session.escapeIdentifier(schema)}.${session.escapeIdentifier(name)} (${quoted})`;
}
