import { createHash } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import { newToken } from '../../platform/ids.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { findKind } from '../find-kind.ts';
import { readRow } from '../sending/read-row.ts';
import { openCredentials } from '../sending/stored-credentials.ts';
import { hashState } from './hash-state.ts';
import { verifierPlace } from './verifier-place.ts';

const MINUTES = 10;

/**
 * The page at the third party where a person permits what this workspace wants. The way there is good for ten minutes and
 * once. @param mark of the browser that may come back; undefined: any may. @throws AppError `not_found`, or `invalid` when the connection is not made in this way
 */
export async function startAuthorization(
  deps: ConnectionDeps,
  actor: WorkspaceActor,
  connectionId: string,
  mark?: string,
): Promise<{ authorizeUrl: string; redirectUri: string; expiresAt: string }> {
  const row = await readRow(deps.pool, actor.workspaceId, connectionId);
  const { definition, addresses } = findKind(row.kind, deps.addresses);
  const stored = await openCredentials(deps, definition, row);
  const client = stored && definition.oauth?.(row.settings, stored.given, addresses);
  if (!client)
    throw new AppError('invalid', {
      publicMessage: `“${row.name}” is connected with a token: there is nothing to permit.`,
      details: [{ path: 'connectionId', message: 'is not a connection by OAuth' }],
    });

  const state = newToken();
  const verifier = newToken();
  const hash = hashState(state, mark);
  const redirectUri = `${deps.publicUrl()}/api/v1/connections/oauth/callback`;
  const sealed = await deps.vault.seal(actor.workspaceId, verifierPlace(hash), verifier);
  const { rows } = await deps.pool.query<{ expires_at: Date }>(
    `insert into oauth_states (hash, workspace_id, connection_id, actor, verifier, redirect_uri, expires_at)
      values ($1, $2, $3, $4, $5, $6, now() + interval '${MINUTES} minutes') returning expires_at`,
    [hash, actor.workspaceId, row.id, actor.name, sealed, redirectUri],
  );
  const url = new URL(client.authorizeUrl);
  for (const [name, value] of Object.entries({
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    state,
  }))
    url.searchParams.set(name, value);
  return { authorizeUrl: url.href, redirectUri, expiresAt: rows[0]?.expires_at.toISOString() ?? '' };
}
