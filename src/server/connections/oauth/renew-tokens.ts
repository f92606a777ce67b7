import type { PoolClient } from 'pg';
import { SendFailed } from '../../../connections/outgoing.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { CONNECTION_COLUMNS, type ConnectionRow } from '../connection-row.ts';
import { tellLost } from '../sending/note-state.ts';
import { askForTokens, type Renewal } from './ask-for-tokens.ts';
import { saveRenewal, saveRenewalAnyhow } from './save-renewal.ts';

/** As whoever renews has seen the connection. */
export type SeenConnection = Pick<ConnectionRow, 'id' | 'workspace_id' | 'credentials_version' | 'state'>;

/**
 * Renews the tokens of a connection, once for all processes. A refresh token can be used once only, so whoever renews
 * holds the row, and saves the new pair before anybody uses it. That it was begun is written down before: of a process
 * that dies with the answer in its hands, a trace is left that `resumeRenewals` follows.
 * @returns the row with the new tokens, whoever got them. @throws SendFailed
 */
export async function renewTokens(deps: ConnectionDeps, seen: SeenConnection): Promise<ConnectionRow> {
  await deps.pool.query(
    `update connections set renewal_started_at = coalesce(renewal_started_at, now())
      where workspace_id = $1 and id = $2 and credentials_version = $3`,
    [seen.workspace_id, seen.id, seen.credentials_version],
  );
  const { row, renewal } = await renewLocked(deps, seen);
  if (renewal?.state === 'lost') {
    if (seen.state !== 'reconnect') tellLost(deps, row, renewal.problem);
    throw new SendFailed('reconnect', false, renewal.problem);
  }
  if (renewal?.state === 'unavailable') throw new SendFailed(renewal.reason, false, renewal.problem);
  await deps.onPoint?.('after_renewal');
  return row;
}

/** `renewal` is null where somebody else was first. */
async function renewLocked(
  deps: ConnectionDeps,
  seen: SeenConnection,
): Promise<{ row: ConnectionRow; renewal: Renewal | null }> {
  const client = await deps.pool.connect();
  let asked: { row: ConnectionRow; renewal: Renewal } | undefined;
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const row = await lock(client, seen);
    if (row.credentials_version !== seen.credentials_version || hasBeenLost(row, seen)) {
      await client.query('rollback');
      if (row.state === 'reconnect') throw new SendFailed('reconnect', false, row.problem ?? '');
      return { row, renewal: null };
    }
    await deps.onPoint?.('before_renewal');
    asked = { row, renewal: await askForTokens(deps, row) };
    await deps.onPoint?.('after_renewal_before_save');
    const saved = await saveRenewal(client, deps, asked);
    await client.query('commit');
    return { row: saved ?? row, renewal: asked.renewal };
  } catch (error) {
    if (error instanceof SendFailed) throw error;
    broken = error instanceof Error ? error : new Error(String(error));
    if (!asked) throw error;
  } finally {
    client.release(broken);
  }
  // The session is gone, the answer is not: it is the only one there will be.
  return { row: await saveRenewalAnyhow(deps, asked), renewal: asked.renewal };
}

async function lock(client: PoolClient, { workspace_id, id }: SeenConnection): Promise<ConnectionRow> {
  const { rows } = await client.query<ConnectionRow>(
    `select ${CONNECTION_COLUMNS} from connections where workspace_id = $1 and id = $2 for update`,
    [workspace_id, id],
  );
  if (rows[0]) return rows[0];
  await client.query('rollback');
  throw new SendFailed('reconnect', false, 'This connection was deleted.');
}

/** Whoever was first has tried, and it is over. */
function hasBeenLost(row: ConnectionRow, seen: SeenConnection): boolean {
  return row.state === 'reconnect' && seen.state !== 'reconnect';
}
