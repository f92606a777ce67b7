import type { Pool, PoolClient } from 'pg';
import { AppError, notFound } from '../../platform/errors.ts';
import { removeReferenced } from '../references/remove-referenced.ts';
import { isBoundTo } from './bound-host.ts';

/**
 * Removes a secret that nothing uses, or whose users can go on with another one that may go to the same hosts.
 * @throws AppError `not_found`, `in_use`, or `invalid` when the other one does not fit
 */
export function removeSecret(
  pool: Pool,
  workspaceId: string,
  name: string,
  replaceWith: string | undefined,
): Promise<void> {
  return removeReferenced({
    ...{ pool, workspaceId, replaceWith },
    target: { type: 'secret', name },
    check: (client) => checkSecrets(client, workspaceId, name, replaceWith),
    remove: (client) =>
      client.query('delete from secrets where workspace_id = $1 and name = $2', [workspaceId, name]),
  });
}

// Locked, so that nobody binds them to other hosts, or deletes the other one, meanwhile.
async function checkSecrets(client: PoolClient, workspaceId: string, name: string, other?: string) {
  const { rows } = await client.query<{ name: string; hosts: string[] }>(
    'select name, hosts from secrets where workspace_id = $1 and name = any($2) order by name for update',
    [workspaceId, [name, other ?? '']],
  );
  const own = rows.find((row) => row.name === name);
  if (!own) throw notFound('secret');
  if (other === undefined) return;
  const replacement = rows.find((row) => row.name === other && other !== name);
  if (!replacement) throw unfit('is no other secret of this workspace');
  const uncovered = own.hosts.find(
    (host) => !replacement.hosts.includes(host) && !isBoundTo(replacement.hosts, host),
  );
  if (uncovered) throw unfit(`is not for ${uncovered}. Add that host to it first`);
}

function unfit(message: string): AppError {
  return new AppError('invalid', {
    publicMessage: `replaceWith: ${message}.`,
    details: [{ path: 'replaceWith', message }],
  });
}
