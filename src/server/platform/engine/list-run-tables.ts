import type { ClientBase, Pool } from 'pg';

const TABLES = `
select format('%I.%I', nspname, relname) as name from pg_attribute
  join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
where nspname = 'dbos' and relkind = 'r' and attname = 'workflow_uuid' and not attisdropped`;

/** The engine's tables that name a run, as it made them; none where it was never started. */
export async function listRunTables(database: ClientBase | Pool): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(TABLES);
  return rows.map(({ name }) => name);
}
