import type { Pool } from 'pg';
import { notFound } from '../../platform/errors.ts';

interface AutoReplyChange {
  state: 'on' | 'muted';
  until?: string | undefined;
  reason?: string | undefined;
}

// The fence is raised either way: a mute ends what is in flight, and after a hand-back the agent starts clean.
const CHANGE = `
with conversation as (
  update conversations set
    fence = fence + 1, auto_reply = $3,
    handed_back_seq = case when $3 = 'on' then last_seq else handed_back_seq end,
    muted_until = case when $3 = 'muted' then $4::timestamptz end,
    mute_reason = case when $3 = 'muted' then $5 end
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
  { state, until, reason }: AutoReplyChange,
): Promise<{ fence: number; autoReply: 'on' | 'muted'; endedTurns: string[] }> {
  const { rows } = await pool.query<Row>({
    name: 'change-auto-reply',
    text: CHANGE,
    values: [conversationId, workspaceId, state, until ?? null, reason ?? null],
  });
  const row = rows[0];
  if (!row) throw notFound('conversation');
  return { fence: row.fence, autoReply: row.auto_reply, endedTurns: row.ended };
}
