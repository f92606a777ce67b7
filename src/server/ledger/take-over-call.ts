import { CALL_COLUMNS, type CallRow } from './call-row.ts';
import { CALL_LEASE_SECONDS } from './insert-call.ts';
import type { LedgerDeps } from './ledger-deps.ts';

/**
 * Takes over a call whose process has died between sending and recording. What can be repeated with its key is this process's
 * to send again; of the rest nobody knows what became, and it is never repeated.
 * @returns the call as it is then; null while its process is heard of
 */
export async function takeOverCall(
  { pool, owner }: LedgerDeps,
  { id, repeatable }: CallRow,
  canRepeat: boolean,
): Promise<CallRow | null> {
  const { rows } = await pool.query<CallRow>({
    name: 'take-over-call',
    text: `update calls set
        state = case when $3 then 'sent' else 'unknown' end,
        owner = $2, lease_until = case when $3 then now() + interval '${CALL_LEASE_SECONDS} seconds' end,
        ended_at = case when $3 then null else now() end,
        error = case when $3 then null else 'interrupted' end,
        result = case when $3 then null else '{"status":"unknown"}'::jsonb end
      where id = $1 and state = 'sent' and lease_until < now() returning ${CALL_COLUMNS}`,
    values: [id, owner, repeatable && canRepeat],
  });
  return rows[0] ?? null;
}
