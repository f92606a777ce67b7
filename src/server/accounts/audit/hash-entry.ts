import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';

/** SQL: a moment as it is hashed, and read again. */
export const toMicroseconds = (moment: string) =>
  `to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Of all that a row says, and the hash before it. The keys of `change` are sorted, since the table does not keep their order. */
export function hashEntry(
  previous: string,
  entry: Omit<AuditEntry, 'hash'> & { workspaceId: string },
): string {
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
