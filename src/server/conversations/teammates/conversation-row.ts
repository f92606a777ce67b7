import type { Conversation } from '../../../contract/conversation.ts';
import type { AuthorType } from '../../../contract/entry.ts';

export interface ConversationRow {
  id: string;
  agent_id: string;
  visitor_id: string;
  auto_reply_now: 'on' | 'muted';
  muted_until: Date | null;
  mute_reason: string | null;
  muted_at: Date | null;
  muted_by: string | null;
  summary: string | null;
  page: Conversation['page'];
  last_text: string | null;
  last_author: AuthorType | null;
  last_at: Date;
  /** With microseconds, which a Date drops. */
  last_at_key: string;
  created_at: Date;
  waiting_since: Date | null;
  closed_at: Date | null;
  assignee_id: string | null;
  assignee_name: string | null;
  visitor_name: string | null;
  visitor_email: string | null;
  first_seen_at: Date;
  typing: boolean;
}

/** SQL: what is told of the conversations of `page`, which has all columns of theirs and `auto_reply_now`. One look-up by index for each. */
export const TOLD_OF_PAGE = `
select page.*, page.last_at::text as last_at_key, users.name as assignee_name, visitors.created_at as first_seen_at,
  coalesce(case when visitors.verified_until > now() then visitors.attributes ->> 'name' end, lead.name) as visitor_name,
  coalesce(case when visitors.verified_until > now() then visitors.attributes ->> 'email' end, lead.email) as visitor_email,
  (select author_type from entries where conversation_id = page.id and text is not null order by seq desc limit 1) as last_author,
  exists (select from turns where conversation_id = page.id and state = 'running') as typing
from page
join visitors on visitors.id = page.visitor_id
left join users on users.id = page.assignee_id
left join lateral (
  select values ->> 'name' as name, values ->> 'email' as email from leads
  where visitor_id = page.visitor_id order by id desc limit 1
) lead on true`;

export function toConversation(row: ConversationRow): Conversation {
  const isMuted = row.auto_reply_now === 'muted';
  return {
    id: row.id,
    agentId: row.agent_id,
    visitorId: row.visitor_id,
    autoReply: row.auto_reply_now,
    mutedUntil: isMuted ? toIso(row.muted_until) : null,
    muteReason: isMuted ? row.mute_reason : null,
    mutedAt: isMuted ? toIso(row.muted_at) : null,
    mutedBy: isMuted ? row.muted_by : null,
    summary: row.summary,
    page: row.page,
    lastText: row.last_text,
    lastAuthor: row.last_author,
    lastAt: row.last_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    status: row.closed_at ? 'closed' : 'open',
    channel: 'widget',
    waitingSince: isMuted && !row.closed_at ? toIso(row.waiting_since) : null,
    assignee:
      row.assignee_id && row.assignee_name ? { userId: row.assignee_id, name: row.assignee_name } : null,
    visitorName: row.visitor_name,
    visitorEmail: row.visitor_email,
  };
}

function toIso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
