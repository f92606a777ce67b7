import type { Pool } from 'pg';
import type { Entry } from '../../../contract/entry.ts';
import { notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { AUTO_REPLY_NOW } from '../auto-reply-now.ts';
import { type EntryRow, entryColumns, toEntry } from '../entry-row.ts';
import { onceByClientId } from '../once-by-client-id.ts';

// A teammate who answers has the floor: the raised fence ends what the agent was about to say. What belonged to nobody is theirs.
const APPEND = `
with known as (
  select id from files where id = any ($8::text[]) and conversation_id = $1 and workspace_id = $2
), sent as (
  update files set attached_at = now()
  where id in (select id from known) and (select count(*) from known) = cardinality($8::text[])
  returning id, type, width, height
), conversation as (
  update conversations set
    last_seq = last_seq + 1, last_cursor = last_cursor + 1, fence = fence + 1, last_text = coalesce($3, last_text), last_at = now(),
    waiting_since = null, assignee_id = coalesce(assignee_id, $7)
  where id = $1 and workspace_id = $2 and (select count(*) from sent) = cardinality($8::text[])
  returning id, workspace_id, last_seq, last_cursor, fence,
    ${AUTO_REPLY_NOW} as auto_reply
), ended as (
  update turns set state = 'cancelled', ended_at = now()
  from conversation where turns.conversation_id = conversation.id and turns.state = 'running'
  returning turns.id
), entry as (
  insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text, client_id, attachments)
  select $4, workspace_id, id, last_seq, last_cursor, 'teammate', $5, $3, $6,
    (select jsonb_agg(jsonb_build_object('id', id, 'type', type, 'width', width, 'height', height)
      order by array_position($8::text[], id)) from sent)
  from conversation
  returning *
)
select ${entryColumns('entry')}, conversation.fence, conversation.auto_reply, array(select id from ended) as ended
from entry, conversation`;

type Row = EntryRow & { fence: number; auto_reply: 'on' | 'muted'; ended: string[] };

interface Reply {
  clientId: string;
  /** Empty: only images. */
  text: string;
  /** Ids of files that were saved for this conversation. */
  attachments: string[];
  name: string;
  /** Absent: a program by its key. */
  userId?: string | undefined;
}

export interface AppendedReply {
  entry: Entry;
  /** Null when this reply was taken before. */
  change: { fence: number; autoReply: 'on' | 'muted'; endedTurns: string[] } | null;
}

/** Takes a teammate's reply, exactly once per `clientId`. @throws AppError `not_found` */
export async function appendReply(
  pool: Pool,
  workspaceId: string,
  conversationId: string,
  { clientId, text, attachments, name, userId }: Reply,
): Promise<AppendedReply> {
  const sent = { conversationId, author: 'teammate', clientId } as const;
  const outcome = await onceByClientId(pool, sent, async () => {
    const { rows } = await pool.query<Row>({
      name: 'append-reply',
      text: APPEND,
      values: [
        conversationId,
        workspaceId,
        text || null,
        newId(),
        name,
        clientId,
        userId ?? null,
        attachments,
      ],
    });
    if (!rows[0])
      throw notFound(attachments.length > 0 ? 'conversation, or no such image in it' : 'conversation');
    return rows[0];
  });
  if ('repeated' in outcome) return { entry: outcome.repeated, change: null };
  const row = outcome.added;
  return {
    entry: toEntry(row),
    change: { fence: row.fence, autoReply: row.auto_reply, endedTurns: row.ended },
  };
}
