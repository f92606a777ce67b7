import type { Pool } from 'pg';

/** What is undefined stays. */
export interface SecretWrite {
  name: string;
  hosts: string[] | undefined;
  value: { sealed: string; last4: string } | undefined;
}

/** Makes a secret when value and hosts are given, else changes one. False: there is none to change. */
export async function writeSecret(
  pool: Pool,
  workspaceId: string,
  { name, hosts, value }: SecretWrite,
): Promise<boolean> {
  const statement = hosts && value ? UPSERT : UPDATE;
  const { rowCount } = await pool.query(statement, [
    workspaceId,
    name,
    hosts ? JSON.stringify(hosts) : null,
    value?.sealed ?? null,
    value?.last4 ?? null,
  ]);
  return rowCount === 1;
}

const UPSERT = `
insert into secrets (workspace_id, name, hosts, value, last4) values ($1, $2, $3, $4, $5)
on conflict (workspace_id, name) do update
  set hosts = excluded.hosts, value = excluded.value, last4 = excluded.last4, updated_at = now()`;

const UPDATE = `
update secrets set
  hosts = coalesce($3, hosts), value = coalesce($4, value), last4 = coalesce($5, last4), updated_at = now()
where workspace_id = $1 and name = $2`;
