import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { type Permission, permissionsIn } from '../../../contract/accounts/permissions.ts';
import { AppError } from '../../platform/errors.ts';
import { hashToken } from '../../platform/ids.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';

/** A key that this process was started with. */
export interface KnownKey {
  key: string;
  actor: WorkspaceActor;
}

export type FindKey = (key: string) => Promise<WorkspaceActor>;

interface Row {
  id: string;
  workspace_id: string;
  name: string;
  scopes: Permission[];
  is_operators: boolean;
}

/** The keys of this process, then those of the table. @throws AppError `invalid_credential`, the same for every reason */
export function keyFinder(pool: Pool, knownKeys: KnownKey[]): FindKey {
  const known = knownKeys.map(({ key, actor }) => ({ hash: hashToken(key), actor }));
  return async (key) => {
    const given = hashToken(key);
    // Every one is compared, in constant time each: the time taken tells nothing.
    const [match] = known.filter(({ hash }) => timingSafeEqual(hash, given));
    if (match) return match.actor;
    const row = await findInTable(pool, given);
    if (!row) throw new AppError('invalid_credential', { publicMessage: 'This API key is not known here.' });
    const { id, workspace_id: workspaceId, name, scopes, is_operators: isOperators } = row;
    return { workspaceId, name, keyId: id, permissions: permissionsIn(isOperators, scopes) };
  };
}

/** Its use is noted to the minute: a busy key would otherwise be one row that all its calls wait for. */
async function findInTable(pool: Pool, hash: Buffer): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'find-api-key',
    text: `with used as (
        update api_keys set last_used_at = now()
        where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())
          and (last_used_at is null or last_used_at < now() - interval '1 minute')
      )
      select api_keys.id, workspace_id, api_keys.name, scopes, is_operators
      from api_keys join workspaces on workspaces.id = workspace_id
      where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    values: [hash],
  });
  return rows[0];
}
