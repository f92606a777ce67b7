import type { Pool } from 'pg';
import { AppError } from '../../platform/errors.ts';
import type { Redactor } from '../../platform/secrets/redactor.ts';
import type { Vault } from '../../platform/secrets/vault.ts';
import { isBoundTo } from './bound-host.ts';
import { placeOf } from './secret-place.ts';

interface RevealOptions {
  pool: Pool;
  vault: Vault;
  redactor: Redactor;
  workspaceId: string;
  names: string[];
  host: string;
}

/** The values by name, for a request that is about to go to this host. @throws AppError `invalid` that names the secret */
export async function revealSecrets(options: RevealOptions): Promise<Map<string, string>> {
  const { pool, vault, redactor, workspaceId, names, host } = options;
  if (names.length === 0) return new Map();
  const { rows } = await pool.query<{ name: string; hosts: string[]; value: string }>({
    name: 'reveal-secrets',
    text: 'select name, hosts, value from secrets where workspace_id = $1 and name = any($2)',
    values: [workspaceId, names],
  });
  const byName = new Map(rows.map((row) => [row.name, row]));
  for (const name of names) {
    const row = byName.get(name);
    if (!row)
      throw refuse(name, `There is no secret “${name}”. Store it under Secrets, for the host ${host}.`);
    if (!isBoundTo(row.hosts, host)) {
      const bound = row.hosts.join(', ');
      throw refuse(
        name,
        `The secret “${name}” is for ${bound}, and not for ${host}. Add that host to it under Secrets.`,
      );
    }
  }
  const opened = rows.map(async ({ name, value }): Promise<[string, string]> => {
    const plain = await vault.open(workspaceId, placeOf(name), value);
    redactor.add(plain);
    return [name, plain];
  });
  return new Map(await Promise.all(opened));
}

function refuse(name: string, publicMessage: string): AppError {
  return new AppError('invalid', {
    publicMessage,
    details: [{ path: `secrets.${name}`, message: publicMessage }],
  });
}
