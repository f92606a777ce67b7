import type { Pool } from 'pg';
import { notFound } from '../../platform/errors.ts';

interface AutoReplyChange {
  state: 'on' | 'muted';
  until?: string | undefined;
  reason?: string | undefined;
  /** Who changes it. */
  by: string;
}

// The fence is raised either way: a mute ends what is in flight, and after a hand-back the agent starts clean.
const CHANGE = `
with conversation as (
  update conversations set
    fence = fence + 1, auto_reply = $3,
    handed_back_seq = case when $3 = 'on' then last_seq else handed_back_seq end,
    muted_until = case when $3 = 'muted' then $4::timestamptz end,
    mute_reason = case when $3 = 'muted' then $5 end,
    muted_at = case when $3 = 'muted' then now() end,
    muted_by = case when $3 = 'muted' then $6 end,
    -- Whom the agent was about to answer waits for a person now.
    waiting_since = case when $3 = 'muted' then coalesce(waiting_since, case when exists (
      select from turns where conversation_id = $1 and state = 'running') then now() end) end
  where id = $1 and workspace_id = $2
  returning id, fence, auto_reply
), ended as (
  update turns set state = 'cancelled', ended_at = now()
  from conversation where turns.conversation_id = conversation.id and turns.state = 'running'
  returning turns.id
)
select fence, auto_reply, array(select id from ended) as ended from conversation`;

interface Row {
  fence: number;
  auto_reply: 'on' | 'muted';
  ended: string[];
}

/** Mutes the agent or hands back to it. When this returns, no older turn can write any more. @throws AppError `not_found` */
export async function changeAutoReply(
  pool: Pool,
  workspaceId: string,
  conversationId: string,
  { state, until, reason, by }: AutoReplyChange,
): Promise<{ fence: number; autoReply: 'on' | 'muted'; endedTurns: string[] }> {
  const { rows } = await pool.query<Row>({
    name: 'change-auto-reply',
    text: CHANGE,
    values: [conversationId, workspaceId, state, until ?? null, reason ?? null, by],
  });
  const row = rows[0];
  if (!row) throw notFound('conversation');
  return { fence: row.fence, autoReply: row.auto_reply, endedTurns: row.ended };
}
