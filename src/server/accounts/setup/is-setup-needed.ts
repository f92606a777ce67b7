import type { Pool, PoolClient } from 'pg';

export async function isSetupNeeded(pool: Pool | PoolClient): Promise<boolean> {
  const { rows } = await pool.query<{ needed: boolean }>('select not exists (select from members) as needed');
  return rows[0]?.needed ?? true;
}
