import type { Connection } from '../../contract/connections/connection.ts';

type JsonObject = Record<string, unknown>;

/** A row of `connections`. */
export interface ConnectionRow {
  id: string;
  workspace_id: string;
  kind: string;
  name: string;
  settings: JsonObject;
  credentials: string | null;
  credentials_version: number;
  credentials_expire_at: Date | null;
  state: Connection['state'];
  problem: string | null;
  account: JsonObject | null;
  hook_key: string | null;
  tested_at: Date | null;
  last_used_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

const NAMES: (keyof ConnectionRow)[] = [
  'id',
  'workspace_id',
  'kind',
  'name',
  'settings',
  'credentials',
  'credentials_version',
  'credentials_expire_at',
  'state',
  'problem',
  'account',
  'hook_key',
  'tested_at',
  'last_used_at',
  'created_at',
  'updated_at',
];

/** The columns of a `ConnectionRow`. */
export const CONNECTION_COLUMNS = NAMES.map((name) => `connections.${name}`).join(', ');

export function toConnection(row: ConnectionRow, usedBy: Connection['usedBy']): Connection {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    settings: row.settings,
    hasCredentials: row.credentials !== null,
    state: row.state,
    problem: row.problem,
    account: row.account,
    usedBy,
    testedAt: row.tested_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
