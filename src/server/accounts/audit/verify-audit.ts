import type { Pool } from 'pg';
import type { AuditCheck } from '../../../contract/accounts/audit.ts';
import { type Digest, HEAD_COLUMNS, type HeadRow, readHead } from './audit-head.ts';
import { LOG_SEALED } from './audit-log.ts';
import { hashEntry } from './hash-entry.ts';
import { AUDIT_COLUMNS, type AuditRow, toAuditEntry } from './list-audit.ts';

const ROWS_AT_ONCE = 1_000;

interface Chain {
  /** How many rows fit one after the other. */
  rows: number;
  hash: string;
  problem: 'changed' | 'missing' | null;
  /** The row that tells of a new seal; null: there is none, as there should be. */
  sealedAgainAt: number | null;
}

/** Goes along the chain, and compares its end with what was sealed. */
export async function verifyAudit(pool: Pool, digest: Digest, workspaceId: string): Promise<AuditCheck> {
  // In one picture: while it is read, the log may grow.
  const { rows } = await pool.query<HeadRow & { last_seq: string | null }>(
    `select (select max(seq) from audit_log where workspace_id = $1) as last_seq, ${HEAD_COLUMNS}
     from (select) one left join audit_heads head on head.workspace_id = $1`,
    [workspaceId],
  );
  const [end] = rows as [(typeof rows)[number]];
  const chain = await followChain(pool, workspaceId, Number(end.last_seq));
  const head = await readHead(digest, workspaceId, end);
  const sealedFrom = typeof head === 'object' ? head.sealedFrom : null;
  const tell = (problem: AuditCheck['problem'], brokenAt: number | null = null): AuditCheck => ({
    ...{ rows: chain.rows, problem, brokenAt, sealedFrom },
  });
  if (chain.problem) return tell(chain.problem, chain.rows + 1);
  if (head === 'none') return tell('no-seal');
  if (head === 'wrong') return tell('wrong-seal');
  if (chain.rows < head.seq) return tell('cut', chain.rows + 1);
  if (chain.rows > head.seq) return tell('added', head.seq + 1);
  if (chain.hash !== head.hash) return tell('rewritten');
  return chain.sealedAgainAt === null ? tell(null) : tell('sealed-again', chain.sealedAgainAt);
}

async function followChain(pool: Pool, workspaceId: string, last: number): Promise<Chain> {
  let [seen, previous] = [0, ''];
  let sealedAgainAt: number | null = null;
  const end = (problem: Chain['problem']): Chain => ({ rows: seen, hash: previous, problem, sealedAgainAt });
  for (;;) {
    const { rows } = await pool.query<AuditRow>(
      `select ${AUDIT_COLUMNS} from audit_log
       where workspace_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
      [workspaceId, seen, last, ROWS_AT_ONCE],
    );
    for (const row of rows) {
      const entry = toAuditEntry(row);
      if (entry.seq !== seen + 1) return end('missing');
      if (hashEntry(previous, { ...entry, workspaceId }) !== row.hash) return end('changed');
      [seen, previous] = [entry.seq, row.hash];
      if (entry.action === LOG_SEALED) sealedAgainAt ??= entry.seq;
    }
    if (rows.length < ROWS_AT_ONCE) return end(null);
  }
}
