import type { Pool } from 'pg';
import type { ApiKey, NewApiKey } from '../../../contract/accounts/api-key.ts';
import type { Permission } from '../../../contract/accounts/permissions.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';

/** So that a key that was published by mistake can be found by who looks for such. */
const PREFIX = 'ak_live_';

interface Row {
  id: string;
  name: string;
  last4: string;
  scopes: Permission[];
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const COLUMNS = 'id, name, last4, scopes, created_by, created_at, expires_at, last_used_at, revoked_at';

export async function listApiKeys(pool: Pool, workspaceId: string, { limit, cursor }: PageQuery) {
  const before = readCursor(cursor, idCursor)?.[0] ?? null;
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from api_keys where workspace_id = $1 and ($2::text is null or id < $2)
     order by id desc limit $3`,
    [workspaceId, before, limit + 1],
  );
  return toPage(rows, limit, ({ id }) => [id], toApiKey);
}

/** Nobody makes a key that may do more than they may. @returns the key, for the only time @throws AppError `not_allowed` */
export async function makeApiKey(
  pool: Pool,
  actor: WorkspaceActor,
  { name, scopes, expiresAt }: NewApiKey,
): Promise<ApiKey & { key: string }> {
  const beyond = scopes.filter((scope) => !actor.permissions.has(scope));
  if (beyond.length > 0)
    throw new AppError('not_allowed', {
      publicMessage: `A key cannot do more than whoever makes it: ${beyond.join(', ')}.`,
    });
  const key = PREFIX + newToken();
  const { rows } = await pool.query<Row>(
    `insert into api_keys (id, workspace_id, name, key_hash, last4, scopes, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [
      newId(),
      actor.workspaceId,
      name,
      hashToken(key),
      key.slice(-4),
      [...new Set(scopes)],
      actor.name,
      expiresAt,
    ],
  );
  return { ...toApiKey(rows[0] as Row), key };
}

/** It stays in the list, and works no more from now on. @throws AppError `not_found` */
export async function revokeApiKey(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query(
    'update api_keys set revoked_at = coalesce(revoked_at, now()) where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
  if (!rowCount) throw notFound('API key');
}

function toApiKey({ created_by, created_at, expires_at, last_used_at, revoked_at, ...row }: Row): ApiKey {
  return {
    ...row,
    createdBy: created_by,
    createdAt: created_at.toISOString(),
    expiresAt: expires_at?.toISOString() ?? null,
    lastUsedAt: last_used_at?.toISOString() ?? null,
    revokedAt: revoked_at?.toISOString() ?? null,
  };
}
