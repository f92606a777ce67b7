import type { Pool } from 'pg';
import type { Overview } from '../../contract/operation/overview.ts';

const WAITING_MAX = 100;
const ATTENTION_MAX = 10;

// A call that its own visitor cancelled, or that a newer one replaced, is no failure to look into.
const QUIET = `('declined', 'expired', 'replaced', 'changed', 'archived')`;

const OVERVIEW = `
with recent as (
  select id, auto_reply from conversations
  where workspace_id = $1 and last_seq > 0 and last_at > now() - interval '24 hours' and channel <> 'playground'
), attention as (
  select 'call' as type, id, action_name as name, coalesce(error, state) as problem, created_at as since from (
    select * from calls where workspace_id = $1 and state in ('failed', 'unknown')
      and created_at > now() - interval '24 hours' and coalesce(error, '') not in ${QUIET}
    order by created_at desc limit ${ATTENTION_MAX}
  ) failed
  union all
  select 'connection', id, name, coalesce(problem, state), updated_at from connections
  where workspace_id = $1 and state <> 'connected'
  union all
  select 'action', id, name, problem, updated_at from actions
  where workspace_id = $1 and problem is not null and archived_at is null
  order by since desc limit ${ATTENTION_MAX}
)
select
  (select count(*)::int from recent) as conversations,
  (select count(*)::int from recent where auto_reply = 'on'
    and exists (select from entries where conversation_id = recent.id and author_type = 'agent')
    and not exists (select from entries where conversation_id = recent.id and author_type = 'teammate')) as solved,
  (select count(*)::int from (
    select from conversations
    where workspace_id = $1 and waiting_since is not null and closed_at is null and channel <> 'playground'
    limit ${WAITING_MAX}) waiting) as waiting,
  exists (select from conversations where workspace_id = $1 and last_seq > 0) as "isTried",
  coalesce((select json_agg(attention) from attention), '[]') as attention`;

export async function readOverview(pool: Pool, workspaceId: string): Promise<Overview> {
  const { rows } = await pool.query<Overview>({ name: 'overview', text: OVERVIEW, values: [workspaceId] });
  return rows[0] as Overview;
}
