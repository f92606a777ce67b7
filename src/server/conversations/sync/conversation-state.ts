import type { Pool } from 'pg';
import type { ConversationState } from '../../../contract/widget/stream.ts';
import { AUTO_REPLY_NOW } from '../auto-reply-now.ts';

/** What a reader should know whatever they have missed: is the agent on, and is it at work? */
export async function readConversationState(pool: Pool, conversationId: string): Promise<ConversationState> {
  const { rows } = await pool.query<{ auto_reply: 'on' | 'muted'; typing: boolean }>({
    name: 'conversation-state',
    text: `select ${AUTO_REPLY_NOW} as auto_reply,
        exists (select from turns where conversation_id = $1 and state = 'running') as typing
      from conversations where id = $1`,
    values: [conversationId],
  });
  return { autoReply: rows[0]?.auto_reply ?? 'on', typing: rows[0]?.typing ?? false };
}

export async function isTurnRunning(pool: Pool, turnId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'turn-is-running',
    text: `select from turns where id = $1 and state = 'running'`,
    values: [turnId],
  });
  return rowCount === 1;
}

/** The turn that is to answer what stands in a conversation now. */
export async function findRunningTurn(
  pool: Pool,
  conversationId: string,
): Promise<{ id: string; fence: number } | null> {
  const { rows } = await pool.query<{ id: string; fence: number }>({
    name: 'running-turn',
    text: `select id, fence from turns where conversation_id = $1 and state = 'running' order by fence desc limit 1`,
    values: [conversationId],
  });
  return rows[0] ?? null;
}
