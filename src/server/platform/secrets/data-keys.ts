import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { newId } from '../ids.ts';
import type { MasterKey, MasterKeys } from './master-keys.ts';
import { type Place, seal, unseal } from './seal.ts';

/** The key of one workspace, ready for use. */
export interface DataKey {
  id: string;
  key: KeyObject;
}

export interface DataKeyRow {
  id: string;
  workspace_id: string;
  kid: string;
  wrapped: string;
}

/** The data keys of workspaces: read once, and made when a workspace seals its first value. */
export function dataKeyStore(pool: Pool, masterKeys: MasterKeys): (workspaceId: string) => Promise<DataKey> {
  const known = new Map<string, Promise<DataKey>>();

  const load = async (workspaceId: string): Promise<DataKey> => {
    const row = (await find(pool, workspaceId)) ?? (await make(pool, workspaceId, masterKeys.current));
    const master = masterKeys.find(row.kid);
    if (!master) {
      throw new Error(
        `The keys of workspace ${workspaceId} were changed to a master secret that this process does not have (${row.kid}). Restart it with that one.`,
      );
    }
    return { id: row.id, key: createSecretKey(unwrap(row, master)) };
  };

  return (workspaceId) => {
    const before = known.get(workspaceId);
    if (before) return before;
    const loading = load(workspaceId);
    known.set(workspaceId, loading);
    // Whoever waits for it gets the error; the next one tries again.
    loading.catch(() => known.delete(workspaceId));
    return loading;
  };
}

export function wrap(row: Pick<DataKeyRow, 'id' | 'workspace_id'>, master: MasterKey, key: Buffer): string {
  return seal({ ...whereIs(row), key: master.wrapping, kid: master.kid }, key);
}

export function unwrap(row: DataKeyRow, master: MasterKey): Buffer {
  return unseal({ ...whereIs(row), key: master.wrapping }, row.wrapped);
}

function whereIs(row: Pick<DataKeyRow, 'id' | 'workspace_id'>): { workspaceId: string; place: Place } {
  return { workspaceId: row.workspace_id, place: { table: 'data_keys', row: row.id, column: 'wrapped' } };
}

async function find(pool: Pool, workspaceId: string): Promise<DataKeyRow | undefined> {
  const { rows } = await pool.query<DataKeyRow>(
    'select id, workspace_id, kid, wrapped from data_keys where workspace_id = $1',
    [workspaceId],
  );
  return rows[0];
}

/** Of several processes that do this at once, one makes it and the others take that. */
async function make(pool: Pool, workspaceId: string, master: MasterKey): Promise<DataKeyRow> {
  const id = newId();
  const wrapped = wrap({ id, workspace_id: workspaceId }, master, randomBytes(32));
  await pool.query(
    'insert into data_keys (id, workspace_id, kid, wrapped) values ($1, $2, $3, $4) on conflict (workspace_id) do nothing',
    [id, workspaceId, master.kid, wrapped],
  );
  return (await find(pool, workspaceId)) as DataKeyRow;
}
