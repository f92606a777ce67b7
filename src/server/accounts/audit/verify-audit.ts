import type { Pool } from 'pg';
import { hashEntry } from './audit-log.ts';
import { AUDIT_COLUMNS, type AuditRow, toAuditEntry } from './list-audit.ts';

const ROWS_AT_ONCE = 1_000;

/** Goes along the chain. `brokenAt`: the first row that is not what was written, or that stands in the place of a missing one. */
export async function verifyAudit(
  pool: Pool,
  workspaceId: string,
): Promise<{ rows: number; brokenAt: number | null }> {
  let [seen, previous] = [0, ''];
  for (;;) {
    const { rows } = await pool.query<AuditRow>(
      `select ${AUDIT_COLUMNS} from audit_log where workspace_id = $1 and seq > $2 order by seq limit $3`,
      [workspaceId, seen, ROWS_AT_ONCE],
    );
    for (const row of rows) {
      const entry = toAuditEntry(row);
      const isNext = entry.seq === seen + 1;
      if (!isNext || hashEntry(previous, { ...entry, workspaceId }) !== row.hash)
        return { rows: seen, brokenAt: entry.seq };
      [seen, previous] = [entry.seq, row.hash];
    }
    if (rows.length < ROWS_AT_ONCE) return { rows: seen, brokenAt: null };
  }
}
