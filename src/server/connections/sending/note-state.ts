import type { Connection } from '../../../contract/connections/connection.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';

/** A connection as whoever used it has seen it. */
type Used = Pick<ConnectionRow, 'id' | 'workspace_id' | 'credentials_version' | 'settings'>;

/**
 * Writes down that something is wrong with a connection, unless its credentials or settings have changed since it was used, and has
 * people told when they have to do something.
 */
export async function noteProblem(
  { pool, events, log }: Pick<ConnectionDeps, 'pool' | 'events' | 'log'>,
  { id, workspace_id, credentials_version, settings }: Used,
  state: Exclude<Connection['state'], 'connected'>,
  problem: string,
): Promise<void> {
  const { rows } = await pool.query<{ was: Connection['state'] }>({
    name: 'note-connection-problem',
    text: `update connections set state = $4, problem = $5, updated_at = now()
      from (select id, state from connections where id = $2 for update) as before
      where connections.id = before.id and workspace_id = $1 and credentials_version = $3 and settings = $6
      returning before.state as was`,
    values: [workspace_id, id, credentials_version, state, problem, settings],
  });
  if (state === 'reconnect' && rows[0] && rows[0].was !== 'reconnect')
    tellLost({ events, log }, { id, workspace_id }, problem);
}

/** Has people told that they have to connect it anew. */
export function tellLost(
  { events, log }: Pick<ConnectionDeps, 'events' | 'log'>,
  { id, workspace_id }: Pick<Used, 'id' | 'workspace_id'>,
  problem: string,
): void {
  log.warn({ connectionId: id, problem }, 'a connection has to be made anew');
  events.emit('connection-lost', { workspaceId: workspace_id, connectionId: id, problem });
}

/** It works, unless it has changed since. Written down once a minute at most, or it would be a row for every request. */
export async function noteUse({ pool }: Pick<ConnectionDeps, 'pool'>, row: Used): Promise<void> {
  await pool.query({
    name: 'note-connection-use',
    text: `update connections set last_used_at = now(), state = 'connected', problem = null
      where workspace_id = $1 and id = $2 and credentials_version = $3 and settings = $4
        and (state <> 'connected' or last_used_at is null or last_used_at < now() - interval '1 minute')`,
    values: [row.workspace_id, row.id, row.credentials_version, row.settings],
  });
}
