import type { Pool } from 'pg';

/**
 * Ends what nobody waits for any more: a call whose process died and whose turn is over becomes `unknown`, one that was
 * confirmed but overtaken is not sent, and one that nobody confirmed in time has expired.
 */
export async function sweepCalls(pool: Pool): Promise<void> {
  await pool.query({
    name: 'sweep-calls',
    text: `update calls set ended_at = now(), lease_until = null,
        state = case when state = 'sent' then 'unknown' else 'failed' end,
        error = case state when 'sent' then 'interrupted' when 'confirmed' then 'overtaken' else 'expired' end,
        result = case when state = 'sent' then '{"status":"unknown"}'::jsonb else '{"status":"failed","error":"not_available"}'::jsonb end,
        told = told or state = 'proposed'
      where ((state = 'sent' and lease_until < now() - interval '10 seconds')
          or (state = 'confirmed' and confirmed_at < now() - interval '2 minutes')
          or (state = 'proposed' and expires_at < now() - interval '1 hour'))
        and not exists (select from turns where turns.id = calls.turn_id and turns.state = 'running')`,
  });
}
