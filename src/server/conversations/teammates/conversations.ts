import type { Pool } from 'pg';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { notFound } from '../../platform/errors.ts';
import { AUTO_REPLY_NOW } from '../auto-reply-now.ts';
import { readVisitor } from '../identity/read-visitor.ts';
import { type ConversationRow, TOLD_OF_PAGE, toConversation } from './conversation-row.ts';

/** @throws AppError `not_found` */
export async function getConversation(
  pool: Pool,
  workspaceId: string,
  id: string,
): Promise<ConversationDetail> {
  const { rows } = await pool.query<ConversationRow>({
    name: 'conversation-for-team',
    text: `with page as (
        select *, ${AUTO_REPLY_NOW} as auto_reply_now from conversations where workspace_id = $1 and id = $2
      ) ${TOLD_OF_PAGE}`,
    values: [workspaceId, id],
  });
  const row = rows[0];
  if (!row) throw notFound('conversation');
  return {
    ...toConversation(row),
    visitor: await readVisitor(pool, workspaceId, row.visitor_id),
    typing: row.typing,
    firstSeenAt: row.first_seen_at.toISOString(),
  };
}

/** @throws AppError `not_found` */
export async function requireConversation(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'conversation-is-there',
    text: 'select from conversations where workspace_id = $1 and id = $2',
    values: [workspaceId, id],
  });
  if (rowCount === 0) throw notFound('conversation');
}
