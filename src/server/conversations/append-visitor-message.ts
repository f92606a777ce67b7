import type { Pool } from 'pg';
import type { Entry } from '../../contract/entry.ts';
import { notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import { AUTO_REPLY_NOW } from './auto-reply-now.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';
import type { OpenTurn } from './events.ts';
import { LEASE_SECONDS } from './lease.ts';
import { onceByClientId } from './once-by-client-id.ts';

/** A message in the middle of a turn waits this long for the next one, so that one turn answers them all. */
const DEBOUNCE_MS = 600;

interface NewVisitorMessage {
  conversationId: string;
  clientId: string;
  text: string;
  /** The process that will answer. */
  owner: string;
}

export interface AppendedMessage {
  entry: Entry;
  /** What came of it; the turn is null when the agent is muted. Null: this message was taken before. */
  opened: { fence: number; turn: OpenTurn | null } | null;
}

// One statement: the entry, the raised fence that ends a running turn, and the turn that answers. A mute that
// was set to end is ended here, by the first message after its time.
const APPEND = `
with conversation as (
  update conversations set
    last_seq = last_seq + 1, last_cursor = last_cursor + 1, fence = fence + 1, last_text = $4, last_at = now(),
    auto_reply = ${AUTO_REPLY_NOW}, closed_at = null,
    waiting_since = case when ${AUTO_REPLY_NOW} = 'muted' then coalesce(waiting_since, now()) end,
    handed_back_seq = case when muted_until <= now() then last_seq else handed_back_seq end,
    muted_until = case when muted_until <= now() then null else muted_until end
  where id = $1 and visitor_id = $2 and workspace_id = $3
  returning id, workspace_id, agent_id, visitor_id, last_seq, last_cursor, fence, auto_reply
), superseded as (
  update turns set state = 'superseded', ended_at = now()
  from conversation where turns.conversation_id = conversation.id and turns.state = 'running'
  returning turns.id
), entry as (
  insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text, client_id)
  select $5, workspace_id, id, last_seq, last_cursor, 'visitor', '', $4, $6 from conversation
  returning *
), turn as (
  insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until)
  select $7, workspace_id, id, fence, 'running', $8, now() + interval '${LEASE_SECONDS} seconds'
  from conversation where auto_reply = 'on'
  returning id
)
select ${entryColumns('entry')}, conversation.agent_id, conversation.fence,
  (select id from turn) as turn_id, exists (select from superseded) as superseded
from entry, conversation`;

type AppendedRow = EntryRow & {
  agent_id: string;
  fence: number;
  turn_id: string | null;
  superseded: boolean;
};

/** Takes a visitor's message, exactly once per `clientId`. @throws AppError `not_found` */
export async function appendVisitorMessage(
  pool: Pool,
  { workspaceId, visitorId }: VisitorActor,
  { conversationId, clientId, text, owner }: NewVisitorMessage,
): Promise<AppendedMessage> {
  const sent = { conversationId, author: 'visitor', clientId } as const;
  const outcome = await onceByClientId(pool, sent, async () => {
    const { rows } = await pool.query<AppendedRow>({
      name: 'append-visitor-message',
      text: APPEND,
      values: [conversationId, visitorId, workspaceId, text, newId(), clientId, newId(), owner],
    });
    if (!rows[0]) throw notFound('conversation');
    return rows[0];
  });
  if ('repeated' in outcome) return { entry: outcome.repeated, opened: null };

  const row = outcome.added;
  const turn: OpenTurn | null =
    row.turn_id === null
      ? null
      : {
          id: row.turn_id,
          workspaceId,
          conversationId,
          agentId: row.agent_id,
          visitorId,
          fence: row.fence,
          attempt: 1,
          delayMs: row.superseded ? DEBOUNCE_MS : 0,
        };
  return { entry: toEntry(row), opened: { fence: row.fence, turn } };
}
