import type { Pool } from 'pg';
import { z } from 'zod';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { toMicroseconds } from './hash-entry.ts';

export interface AuditRow {
  seq: string;
  at: string;
  actor_type: AuditEntry['actor']['type'];
  actor_id: string | null;
  actor_name: string;
  ip: string | null;
  action: string;
  summary: string;
  target: string | null;
  change: unknown;
  hash: string;
}

export const AUDIT_COLUMNS = `seq, ${toMicroseconds('at')} as at,
  actor_type, actor_id, actor_name, ip, action, summary, target, change, hash`;

export async function listAudit(pool: Pool, workspaceId: string, { limit, cursor }: PageQuery) {
  const before = readCursor(cursor, z.tuple([z.string().regex(/^\d+$/)]))?.[0] ?? null;
  const { rows } = await pool.query<AuditRow>(
    `select ${AUDIT_COLUMNS} from audit_log
     where workspace_id = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
    [workspaceId, before, limit + 1],
  );
  return toPage(rows, limit, ({ seq }) => [seq], toAuditEntry);
}

export function toAuditEntry(row: AuditRow): AuditEntry {
  const { actor_type, actor_id, actor_name, seq, ...rest } = row;
  return { ...rest, seq: Number(seq), actor: { type: actor_type, id: actor_id, name: actor_name } };
}
