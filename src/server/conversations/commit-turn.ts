import type { Pool, PoolClient } from 'pg';
import type { MuteRequest } from '../../actions/define.ts';
import type { Card, Citation, Entry } from '../../contract/entry.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';
import type { OpenTurn } from './events.ts';

/** One entry that a turn adds. The id was made before, so that live text has a place to go. */
export interface TurnEntry {
  id: string;
  author: 'agent' | 'system';
  text?: string;
  card?: Card;
  actionId?: string;
  citations?: Citation[];
}

/** All that a turn leads to. It happens as a whole, or not at all. */
export interface TurnOutcome {
  state: 'done' | 'failed';
  entries: TurnEntry[];
  /** Takes effect after the entries, in the same statement. */
  mute: MuteRequest | null;
  error: string | null;
}

export interface CommittedTurn {
  entries: Entry[];
  fence: number;
  autoReply: 'on' | 'muted';
}

// The fence and the mute are asked in the very statement that writes: whoever mutes or takes over first wins, and
// a turn that comes too late writes nothing. Raising the fence again makes a second commit of this turn impossible.
const COMMIT = `
with conversation as (
  update conversations set
    last_seq = last_seq + $4, last_cursor = last_cursor + $4, fence = fence + 1, last_at = now(),
    last_text = coalesce($5, last_text),
    auto_reply = case when $6 then 'muted' else 'on' end,
    mute_reason = case when $6 then $7 else mute_reason end,
    muted_at = case when $6 then now() end, muted_by = null, waiting_since = case when $6 then now() end,
    summary = case when $6 then $8 else summary end
  where id = $1 and fence = $2 and auto_reply = 'on'
  returning id, workspace_id, last_seq, last_cursor, fence, auto_reply
), turn as (
  update turns set state = $9, error = $10, ended_at = now() from conversation where turns.id = $3
), added as (
  insert into entries
    (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text, card, action_id, citations, turn_id)
  select item.id, conversation.workspace_id, conversation.id,
    conversation.last_seq - $4 + item.place, conversation.last_cursor - $4 + item.place,
    item.author, item.name, item.text, item.card, item.action_id, item.citations, $3
  from conversation, jsonb_to_recordset($11::jsonb) as item
    (place int, id text, author text, name text, text text, card jsonb, action_id text, citations jsonb)
  returning *
)
select conversation.fence, conversation.auto_reply, ${entryColumns('added')}
from conversation left join added on true order by added.seq`;

type Row = EntryRow & { fence: number; auto_reply: 'on' | 'muted' };

/** Writes what a turn led to. @returns null when the conversation has moved on: muted, taken over, or answered. */
export async function commitTurn(
  database: Pool | PoolClient,
  turn: Pick<OpenTurn, 'id' | 'conversationId' | 'fence'>,
  agentName: string,
  outcome: TurnOutcome,
): Promise<CommittedTurn | null> {
  const items = outcome.entries.map((entry, index) => ({
    place: index + 1,
    id: entry.id,
    author: entry.author,
    name: entry.author === 'agent' ? agentName : '',
    text: entry.text ?? null,
    card: entry.card ?? null,
    action_id: entry.actionId ?? null,
    citations: entry.citations ?? null,
  }));
  const { rows } = await database.query<Row>({
    name: 'commit-turn',
    text: COMMIT,
    values: [
      turn.conversationId,
      turn.fence,
      turn.id,
      items.length,
      outcome.entries.findLast((entry) => entry.text)?.text ?? null,
      outcome.mute !== null,
      outcome.mute?.reason ?? null,
      outcome.mute?.summary ?? null,
      outcome.state,
      outcome.error,
      JSON.stringify(items),
    ],
  });
  const first = rows[0];
  if (!first) return null;
  return {
    fence: first.fence,
    autoReply: first.auto_reply,
    entries: rows.filter((row) => row.id !== null).map(toEntry),
  };
}
