import type { Pool } from 'pg';
import { z } from 'zod';
import type { Conversation, ConversationDetail } from '../../../contract/conversation.ts';
import { notFound } from '../../platform/errors.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { AUTO_REPLY_NOW } from '../auto-reply-now.ts';
import { readVisitor } from '../identity/read-visitor.ts';

interface Row {
  id: string;
  agent_id: string;
  visitor_id: string;
  auto_reply: 'on' | 'muted';
  muted_until: Date | null;
  mute_reason: string | null;
  summary: string | null;
  page: Conversation['page'];
  last_text: string | null;
  last_at: Date;
  /** With microseconds, which a Date drops. */
  last_at_key: string;
  created_at: Date;
}

const COLUMNS = `id, agent_id, visitor_id, muted_until, mute_reason, summary, page, last_text, last_at, created_at,
  last_at::text as last_at_key,
  ${AUTO_REPLY_NOW} as auto_reply`;

/** @throws AppError `not_found` */
export async function getConversation(
  pool: Pool,
  workspaceId: string,
  id: string,
): Promise<ConversationDetail> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from conversations where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound('conversation');
  const { visitor_id: visitorId } = rows[0];
  return { ...toConversation(rows[0]), visitor: await readVisitor(pool, workspaceId, visitorId) };
}

const lastAtCursor = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/),
  z.string(),
]);

/** Conversations in which something was said, the latest first. */
export async function listConversations(
  pool: Pool,
  workspaceId: string,
  { autoReply, ...page }: PageQuery & { autoReply?: 'on' | 'muted' | undefined },
) {
  const [lastAt, id] = readCursor(page.cursor, lastAtCursor) ?? [];
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from conversations
     where workspace_id = $1 and last_seq > 0 and channel <> 'playground'
       and ($2::text is null or ${AUTO_REPLY_NOW} = $2)
       and ($3::timestamptz is null or (last_at, id) < ($3, $4))
     order by last_at desc, id desc limit $5`,
    [workspaceId, autoReply ?? null, lastAt ?? null, id ?? null, page.limit + 1],
  );
  return toPage(rows, page.limit, (row) => [row.last_at_key, row.id], toConversation);
}

function toConversation(row: Row): Conversation {
  return {
    id: row.id,
    agentId: row.agent_id,
    visitorId: row.visitor_id,
    autoReply: row.auto_reply,
    mutedUntil: row.auto_reply === 'muted' ? (row.muted_until?.toISOString() ?? null) : null,
    muteReason: row.auto_reply === 'muted' ? row.mute_reason : null,
    summary: row.summary,
    page: row.page,
    lastText: row.last_text,
    lastAt: row.last_at.toISOString(),
    createdAt: row.created_at.toISOString(),
  };
}
