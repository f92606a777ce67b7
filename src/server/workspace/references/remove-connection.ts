import type { Pool, PoolClient } from 'pg';
import { AppError, notFound } from '../../platform/errors.ts';
import { removeReferenced } from './remove-referenced.ts';

/**
 * Removes a connection that nothing uses, or whose users can go on with another one of its kind.
 * @throws AppError `not_found`, `in_use`, or `invalid` when the other one does not fit
 */
export function removeConnection(
  pool: Pool,
  workspaceId: string,
  id: string,
  replaceWith?: string,
): Promise<void> {
  return removeReferenced({
    ...{ pool, workspaceId, replaceWith },
    target: { type: 'connection', id },
    check: (client) => checkConnections(client, workspaceId, id, replaceWith),
    remove: (client) =>
      client.query('delete from connections where workspace_id = $1 and id = $2', [workspaceId, id]),
  });
}

async function checkConnections(client: PoolClient, workspaceId: string, id: string, other?: string) {
  const { rows } = await client.query<{ id: string; kind: string }>(
    'select id, kind from connections where workspace_id = $1 and id = any($2)',
    [workspaceId, [id, other ?? '']],
  );
  const own = rows.find((row) => row.id === id);
  if (!own) throw notFound('connection');
  if (other === undefined) return;
  const replacement = rows.find((row) => row.id === other && other !== id);
  if (!replacement) throw unfit('is no other connection of this workspace');
  if (replacement.kind !== own.kind)
    throw unfit(`is a connection of the kind ${replacement.kind}, and ${own.kind} is needed`);
}

function unfit(message: string): AppError {
  return new AppError('invalid', {
    publicMessage: `replaceWith: ${message}.`,
    details: [{ path: 'replaceWith', message }],
  });
}
