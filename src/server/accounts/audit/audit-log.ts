import type { Pool, PoolClient } from 'pg';
import type { AuditDeed, AuditEntry } from '../../../contract/accounts/audit.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type AuditHead, type Digest, HEAD_COLUMNS, type HeadRow, readHead, sealHead } from './audit-head.ts';
import { hashEntry, toMicroseconds } from './hash-entry.ts';

/** The row that tells that the seal of a log was lost, and made anew. */
export const LOG_SEALED = 'log-sealed';

export interface NewAuditEntry {
  workspaceId: string;
  actor: AuditEntry['actor'];
  ip: string | null;
  action: AuditDeed | `${string} /${string}`;
  summary: string;
  target: string | null;
  /** With secrets masked. */
  change: unknown;
}

export interface AuditLog {
  /** Seals the log of a workspace that was just made, before anything stands in it. */
  begin(workspaceId: string): Promise<void>;
  add(entry: NewAuditEntry): Promise<void>;
  /** Has to be called before the transaction of `addIn`: a key that is read in it would need a second session. */
  prepare(workspaceId: string): Promise<void>;
  /** In the transaction of what is told. */
  addIn(client: PoolClient, entry: NewAuditEntry): Promise<void>;
}

/**
 * What was changed, by whom and from where. It only grows, each row carries the hash of the one before, and the last one is sealed: see
 * docs/decisions/026. @param digest by a key that is not in the database
 */
export function openAuditLog(pool: Pool, digest: Digest): AuditLog {
  const append = appender(digest);
  const prepare = async (workspaceId: string) => void (await digest(workspaceId, ''));
  return {
    async begin(workspaceId) {
      const head = { seq: 0, hash: '', sealedFrom: 1 };
      await pool.query(
        `insert into audit_heads (workspace_id, seq, hash, sealed_from, seal) values ($1, 0, '', 1, $2) on conflict do nothing`,
        [workspaceId, await sealHead(digest, workspaceId, head)],
      );
    },
    async add(entry) {
      await prepare(entry.workspaceId);
      await inTransaction(pool, (client) => append(client, entry));
    },
    prepare,
    addIn: append,
  };
}

interface End extends HeadRow {
  at: string;
  last_seq: string | null;
  last_hash: string | null;
}

function appender(digest: Digest): AuditLog['addIn'] {
  return async (client, entry) => {
    const { workspaceId } = entry;
    // One at a time in a workspace: two rows after the same one would be no chain.
    await client.query(`select pg_advisory_xact_lock(hashtext('bellhop.audit'), hashtext($1))`, [
      workspaceId,
    ]);
    const { rows } = await client.query<End>(
      `select ${toMicroseconds('clock_timestamp()')} as at, last.seq as last_seq, last.hash as last_hash, ${HEAD_COLUMNS}
       from (select) one left join lateral (
         select seq, hash from audit_log where workspace_id = $1 order by seq desc limit 1
       ) last on true left join audit_heads head on head.workspace_id = $1`,
      [workspaceId],
    );
    const [end] = rows as [End];
    const head = await readHead(digest, workspaceId, end);
    const lastSeq = Number(end.last_seq);
    // Where rows were cut off the end, the numbers go on: what is missing stays seen.
    if (typeof head === 'object' && head.seq >= lastSeq) {
      await insert(client, entry, end.at, head);
      return;
    }
    const unsealed = { seq: lastSeq, hash: end.last_hash ?? '', sealedFrom: lastSeq + 1 };
    const again = await insert(client, tellSealing(workspaceId, lastSeq), end.at, unsealed);
    await insert(client, entry, end.at, again);
  };

  async function insert(
    client: PoolClient,
    entry: NewAuditEntry,
    at: string,
    { seq: before, hash: previous, sealedFrom }: AuditHead,
  ): Promise<AuditHead> {
    const { workspaceId, actor, ip, action, summary, target } = entry;
    const seq = before + 1;
    const change = entry.change === undefined ? null : JSON.stringify(entry.change);
    // As it will be read again: without what JSON leaves out.
    const hash = hashEntry(previous, { ...entry, seq, at, change: JSON.parse(change ?? 'null') });
    const head = { seq, hash, sealedFrom };
    const who = [actor.type, actor.id, actor.name, ip];
    await client.query(
      `with added as (
         insert into audit_log (workspace_id, seq, at, actor_type, actor_id, actor_name, ip, action, summary, target, change, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))
       insert into audit_heads (workspace_id, seq, hash, sealed_from, seal) values ($1, $2, $12, $13, $14)
       on conflict (workspace_id) do update
         set seq = excluded.seq, hash = excluded.hash, sealed_from = excluded.sealed_from, seal = excluded.seal`,
      [workspaceId, seq, at, ...who, action, summary, target, change, hash, sealedFrom].concat(
        await sealHead(digest, workspaceId, head),
      ),
    );
    return head;
  }
}

/** In the log itself, so that nobody makes a new beginning of it unseen. */
const tellSealing = (workspaceId: string, lastSeq: number): NewAuditEntry => ({
  ...{ workspaceId, ip: null, action: LOG_SEALED, target: null },
  summary: 'Sealed the log from here on; what stands before had no seal of this installation',
  actor: { type: 'system', id: null, name: 'Bellhop' },
  change: { rowsBefore: lastSeq },
});
