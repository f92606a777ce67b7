import type { Client } from 'pg';

interface Statement {
  remove: string;
  restore: string;
}

/**
 * Takes away what would only slow a load down, or act on it, and puts it back: foreign keys, indexes, triggers. So the tables
 * can be loaded in any order, by the owner of the database, who need not be a superuser.
 */
export async function loadSchema(session: Client, load: () => Promise<void>): Promise<void> {
  const { rows } = await session.query<Statement>(OBSTACLES);
  for (const { remove } of rows) await session.query(remove);
  await load();
  for (const { restore } of rows.toReversed()) await session.query(restore);
}

const OBSTACLES = `
select format('alter table %s disable trigger user', t.tgrelid::regclass) as remove,
  format('alter table %s enable trigger user', t.tgrelid::regclass) as restore
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal group by t.tgrelid
union all
select format('alter table %s drop constraint %I', conrelid::regclass, conname),
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f'
union all
select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
from pg_index i join pg_class c on c.oid = i.indexrelid
where c.relnamespace = current_schema()::regnamespace
  and not exists (select from pg_constraint where conindid = i.indexrelid)`;
