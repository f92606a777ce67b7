import type { ClientBase } from 'pg';

const TABLES = `
select format('%I.%I', nspname, relname) as name from pg_attribute
  join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
where nspname = 'dbos' and relkind = 'r' and attname = 'workflow_uuid' and not attisdropped`;

/**
 * Removes what the engine keeps of runs whose ids begin with one of these, a hyphen after it. In each of its tables: what steps have
 * answered does not go with the run by itself.
 */
export async function forgetRuns(client: ClientBase, prefixes: string[]): Promise<void> {
  if (prefixes.length === 0) return;
  const { rows: tables } = await client.query<{ name: string }>(TABLES);
  for (const { name } of tables)
    await client.query(`delete from ${name} where split_part(workflow_uuid, '-', 1) = any($1)`, [prefixes]);
}
