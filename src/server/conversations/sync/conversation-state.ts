import type { Pool } from 'pg';
import type { ConversationState } from '../../../contract/stream.ts';

/** What a reader should know before anything happens: is the agent on, and is it at work? */
export async function readConversationState(pool: Pool, conversationId: string): Promise<ConversationState> {
  const { rows } = await pool.query<{ auto_reply: 'on' | 'muted'; typing: boolean }>({
    name: 'conversation-state',
    text: `select case when muted_until <= now() then 'on' else auto_reply end as auto_reply,
        exists (select from turns where conversation_id = $1 and state = 'running') as typing
      from conversations where id = $1`,
    values: [conversationId],
  });
  return { autoReply: rows[0]?.auto_reply ?? 'on', typing: rows[0]?.typing ?? false };
}
