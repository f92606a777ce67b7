import { randomBytes } from 'node:crypto';
import type { ConnectionDefinition, ConnectionPort } from '../../../connections/define.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { readRow } from '../sending/read-row.ts';
import { openCredentials, placeOf } from '../sending/stored-credentials.ts';

/**
 * Has the third party tell of bookings at this server, once for each address that it has. Why it does not is kept beside
 * the account: a booking made in the chat is known all the same.
 */
export async function setUpHooks(
  deps: ConnectionDeps,
  definition: ConnectionDefinition,
  port: ConnectionPort,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const url = `${deps.publicUrl()}/hooks/connections/${id}`;
  const row = await readRow(deps.pool, workspaceId, id);
  const hooks = row.account?.hooks as { url?: string; problem?: string | null } | undefined;
  if (!definition.hooks || (hooks?.url === url && hooks.problem === null)) return;

  const stored = await openCredentials(deps, definition, row);
  const own = stored && definition.hooks.signingKey(stored.given);
  const hasOwnApplication = stored !== null && definition.oauth?.(row.settings, stored.given, port.addresses);
  const signingKey = own ?? (hasOwnApplication ? null : randomBytes(32).toString('base64url'));
  const problem = signingKey
    ? await subscribe(deps, definition.hooks, port, { url, signingKey, isOwn: own !== null })
    : 'Store the webhook signing key of the application, to be told of bookings that are made elsewhere.';
  if (signingKey) deps.redactor.add(signingKey);
  const sealed = signingKey && (await deps.vault.seal(workspaceId, placeOf(id, 'hook_key'), signingKey));
  await deps.pool.query(
    `update connections set hook_key = case when $4::text is null then $3 else hook_key end,
        account = coalesce(account, '{}') || jsonb_build_object('hooks', jsonb_build_object('url', $5::text, 'problem', $4::text))
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, sealed, problem, url],
  );
}

async function subscribe(
  { publicUrl }: ConnectionDeps,
  hooks: NonNullable<ConnectionDefinition['hooks']>,
  port: ConnectionPort,
  { url, signingKey, isOwn }: { url: string; signingKey: string; isOwn: boolean },
): Promise<string | null> {
  const isDefaultPlace = Object.values(port.addresses).every((address) => address.startsWith('https:'));
  if (isDefaultPlace && !publicUrl().startsWith('https:'))
    return 'Bellhop has no public https:// address (PUBLIC_URL), so nobody can tell it of bookings that are made elsewhere.';
  return hooks.subscribe(port, { url, signingKey: isOwn ? null : signingKey });
}
