import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { ConnectionDeps } from '../connection-deps.ts';
import { CONNECTION_COLUMNS, type ConnectionRow } from '../connection-row.ts';
import { sealCredentials } from '../sending/stored-credentials.ts';
import type { Renewal } from './ask-for-tokens.ts';

interface Asked {
  row: ConnectionRow;
  renewal: Renewal;
}

const TRIES = 5;
const PAUSE_MS = 1_000;

/** Writes down what came of a renewal. @returns the row; undefined when its credentials have been replaced meanwhile */
export async function saveRenewal(
  session: Pool | PoolClient,
  deps: Pick<ConnectionDeps, 'vault' | 'redactor'>,
  { row, renewal }: Asked,
): Promise<ConnectionRow | undefined> {
  const which = [row.workspace_id, row.id, row.credentials_version];
  if (renewal.state === 'granted') {
    const sealed = await sealCredentials(deps, row.workspace_id, row.id, renewal.stored);
    const { rows } = await session.query<ConnectionRow>(SAVE_TOKENS, [
      ...which,
      sealed,
      renewal.expiresInSeconds,
    ]);
    return rows[0];
  }
  // The trace stays where the refresh token may be used up and nobody knows: see `resumeRenewals`.
  const isOpen = renewal.state === 'unavailable' && renewal.maybeTaken;
  const state = renewal.state === 'lost' ? 'reconnect' : 'failing';
  const { rows } = await session.query<ConnectionRow>(SAVE_PROBLEM, [
    ...which,
    state,
    renewal.problem,
    isOpen,
  ]);
  return rows[0];
}

/** The same after the session broke, as often as it takes a database to come back. @throws what it failed with */
export async function saveRenewalAnyhow(deps: ConnectionDeps, asked: Asked): Promise<ConnectionRow> {
  for (let tries = 1; ; tries++) {
    try {
      return (await saveRenewal(deps.pool, deps, asked)) ?? (await readAgain(deps.pool, asked.row));
    } catch (error) {
      deps.log.warn({ err: error, connectionId: asked.row.id }, 'a renewal could not be saved yet');
      if (tries === TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
}

async function readAgain(pool: Pool, { workspace_id, id }: ConnectionRow): Promise<ConnectionRow> {
  const { rows } = await pool.query<ConnectionRow>(
    `select ${CONNECTION_COLUMNS} from connections where workspace_id = $1 and id = $2`,
    [workspace_id, id],
  );
  if (!rows[0]) throw new Error('the connection was deleted while it was renewed');
  return rows[0];
}

const SAVE_TOKENS = `
update connections set credentials = $4, credentials_version = credentials_version + 1,
  credentials_expire_at = now() + make_interval(secs => $5::float8),
  state = 'connected', problem = null, renewal_started_at = null, updated_at = now()
where workspace_id = $1 and id = $2 and credentials_version = $3
returning ${CONNECTION_COLUMNS}`;

const SAVE_PROBLEM = `
update connections set state = $4, problem = $5, updated_at = now(),
  renewal_started_at = case when $6 then renewal_started_at end
where workspace_id = $1 and id = $2 and credentials_version = $3
returning ${CONNECTION_COLUMNS}`;
