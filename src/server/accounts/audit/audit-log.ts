import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';

export interface NewAuditEntry {
  workspaceId: string;
  actor: AuditEntry['actor'];
  ip: string | null;
  action: string;
  summary: string;
  target: string | null;
  /** With secrets masked. */
  change: unknown;
}

export interface AuditLog {
  add(entry: NewAuditEntry): Promise<void>;
  /** In the transaction of what is told. */
  addIn(client: PoolClient, entry: NewAuditEntry): Promise<void>;
}

/** What was changed, by whom and from where. It only grows, and each row carries the hash of the one before. */
export function openAuditLog(pool: Pool): AuditLog {
  return {
    add: (entry) => inTransaction(pool, (client) => append(client, entry)),
    addIn: append,
  };
}

async function append(client: PoolClient, entry: NewAuditEntry): Promise<void> {
  // One at a time in a workspace: two rows after the same one would be no chain.
  await client.query(`select pg_advisory_xact_lock(hashtext('bellhop.audit'), hashtext($1))`, [
    entry.workspaceId,
  ]);
  const { rows } = await client.query<{ at: string; seq: string | null; hash: string | null }>(
    `select ${toMicroseconds('clock_timestamp()')} as at, last.seq, last.hash
     from (select) one left join lateral (
       select seq, hash from audit_log where workspace_id = $1 order by seq desc limit 1
     ) last on true`,
    [entry.workspaceId],
  );
  const { at = '', seq: lastSeq = null, hash: lastHash = null } = rows[0] ?? {};
  const seq = Number(lastSeq) + 1;
  const { actor, ip, action, summary, target } = entry;
  const change = entry.change === undefined ? null : JSON.stringify(entry.change);
  // As it will be read again: without what JSON leaves out.
  const hash = hashEntry(lastHash ?? '', { ...entry, seq, at, change: JSON.parse(change ?? 'null') });
  await client.query(
    `insert into audit_log (workspace_id, seq, at, actor_type, actor_id, actor_name, ip, action, summary, target, change, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [entry.workspaceId, seq, at, actor.type, actor.id, actor.name, ip, action, summary, target, change, hash],
  );
}

/** SQL: a moment as it is hashed, and read again. */
export const toMicroseconds = (moment: string) =>
  `to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Of all that a row says, and the hash before it. The keys of `change` are sorted, since the table does not keep their order. */
export function hashEntry(previous: string, entry: NewAuditEntry & { seq: number; at: string }): string {
  const { workspaceId, seq, at, actor, ip, action, summary, target, change } = entry;
  const told = [workspaceId, seq, at, actor.type, actor.id, actor.name, ip, action, summary, target];
  return createHash('sha256')
    .update(JSON.stringify([previous, ...told, sortKeys(change)]))
    .digest('hex');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, sortKeys(inner)] as const);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
