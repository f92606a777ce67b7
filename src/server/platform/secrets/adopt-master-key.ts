import type { Pool, PoolClient } from 'pg';
import { StartError } from '../start-error.ts';
import { type DataKeyRow, unwrap, wrap } from './data-keys.ts';
import type { MasterKeys } from './master-keys.ts';

/**
 * Checks that the master keys are those of this database, and wraps data keys that an earlier one holds with the
 * current one. The values stay as they are, and other processes go on meanwhile.
 * @throws StartError when the key of this database, or of a data key, is not among them
 */
export async function adoptMasterKey(pool: Pool, masterKeys: MasterKeys): Promise<void> {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('bellhop.master-key'))");
    await adopt(client, masterKeys);
    await client.query('commit');
    isDone = true;
  } finally {
    // A session that is closed undoes what it had begun, also where it could not be told to.
    client.release(!isDone);
  }
}

async function adopt(client: PoolClient, masterKeys: MasterKeys): Promise<void> {
  const { kid } = masterKeys.current;
  await client.query('insert into master_key (kid) values ($1) on conflict do nothing', [kid]);
  const known = await client.query<{ kid: string }>('select kid from master_key');
  const earlier = await client.query<DataKeyRow>(
    'select id, workspace_id, kid, wrapped from data_keys where kid <> $1 for update',
    [kid],
  );
  const needed = [...known.rows, ...earlier.rows].map((row) => row.kid);
  if (!needed.every((each) => masterKeys.find(each))) throw new StartError(explain(masterKeys.source));

  const wrapped = earlier.rows.map((row) => {
    const master = masterKeys.find(row.kid) ?? masterKeys.current;
    return wrap(row, masterKeys.current, unwrap(row, master));
  });
  await client.query(
    `update data_keys set kid = $1, wrapped = renewed.wrapped
     from unnest($2::text[], $3::text[]) as renewed (id, wrapped) where data_keys.id = renewed.id`,
    [kid, earlier.rows.map((row) => row.id), wrapped],
  );
  await client.query('update master_key set kid = $1', [kid]);
}

function explain(source: string): string {
  return (
    `${source} is not the secret that this database was set up with. Start with that one: it was set as BELLHOP_SECRET, ` +
    'or is the file bellhop.secret in the earlier data folder. To replace it, set BELLHOP_SECRET to the new one, a comma, ' +
    'and the earlier one. If it is lost, so are the stored secrets: delete the rows of the tables secrets, data_keys and ' +
    'master_key, start again, and store them anew.'
  );
}
