import type { Pool } from 'pg';
import type { AuthorType, CardState, Entry } from '../../../contract/entry.ts';
import type { PageInfo } from '../../../contract/widget/session.ts';
import { AGENT, type OwnedAgent } from '../../workspace/agents/agent-json.ts';
import { type EntryRow, entryColumns, toEntry } from '../entry-row.ts';
import {
  IDENTITY,
  type IdentityRow,
  type VisitorIdentity,
  watchIdentity,
} from '../identity/visitor-identity.ts';

export const ENTRIES_PER_PAGE = 100;

/** Entries created or changed after the cursor, in the order of their cursors. */
export async function listEntriesAfter(
  pool: Pool,
  conversationId: string,
  after: number,
  limit = ENTRIES_PER_PAGE,
): Promise<Entry[]> {
  const { rows } = await pool.query<EntryRow>({
    name: 'entries-after',
    text: `select ${entryColumns('entries')} from entries
      where conversation_id = $1 and cursor > $2 order by cursor limit $3`,
    values: [conversationId, after, limit],
  });
  return rows.map(toEntry);
}

interface Timeline {
  timeline: TimelineEntry[];
  /** Null: it was deleted. */
  agent: OwnedAgent | null;
  /** There is something that it can look up. */
  hasKnowledge: boolean;
  hasCalls: boolean;
  page: PageInfo;
  /** The team tries its agent. */
  isPlayground: boolean;
  /** Who the visitor is now: what their site has vouched for ends in its time. */
  identity(): VisitorIdentity;
}

/**
 * The last entries of the timeline, oldest first, with the actions that their cards came from; and what else a turn starts from:
 * the agent, whether it knows something and whether anything was called, who the visitor is and where.
 */
export async function listTimeline(pool: Pool, conversationId: string, limit: number): Promise<Timeline> {
  const { rows } = await pool.query<TimelineRow>({
    name: 'timeline',
    text: `select ${entryColumns('entries')}, entries.action_id,
        entries.seq <= conversations.handed_back_seq as handed_back,
        exists (select from calls where calls.conversation_id = $1) as has_calls,
        exists (
          select from snippets
          where snippets.workspace_id = conversations.workspace_id and snippets.agent_id = conversations.agent_id
        ) as has_knowledge,
        conversations.page, conversations.channel,
        case when entries.seq = conversations.last_seq then ${IDENTITY} end as identity,
        case when entries.seq = conversations.last_seq then ${AGENT} end as agent
      from entries join conversations on conversations.id = entries.conversation_id
      join visitors visitor on visitor.id = conversations.visitor_id
      join agents agent on agent.id = conversations.agent_id
      where entries.conversation_id = $1 order by entries.seq desc limit $2`,
    values: [conversationId, limit],
  });
  const timeline = rows.reverse().map((row) => ({
    ...toEntry(row),
    actionId: row.action_id,
    handedBack: row.handed_back,
  }));
  const newest = rows.at(-1);
  return {
    timeline,
    agent: newest?.agent ?? null,
    hasKnowledge: newest?.has_knowledge ?? false,
    hasCalls: newest?.has_calls ?? false,
    page: newest?.page ?? {},
    isPlayground: newest?.channel === 'playground',
    identity: watchIdentity(newest?.identity),
  };
}

type TimelineRow = EntryRow & {
  action_id: string | null;
  handed_back: boolean;
  has_knowledge: boolean;
  has_calls: boolean;
  page: PageInfo | null;
  channel: string;
  /** With the newest entry only; so is the next. */
  identity: IdentityRow | null;
  agent: OwnedAgent | null;
};

/** A card that was shown, and what became of it. */
export interface CardRecord {
  entryId: string;
  actionId: string;
  state: CardState;
}

/** Every card of a conversation, oldest first: how long ago one was closed must not matter. */
export async function listCards(pool: Pool, conversationId: string): Promise<CardRecord[]> {
  const { rows } = await pool.query<{ id: string; action_id: string; state: CardState }>({
    name: 'cards',
    text: `select id, action_id, card ->> 'state' as state from entries
      where conversation_id = $1 and card is not null order by seq`,
    values: [conversationId],
  });
  return rows.map((row) => ({ entryId: row.id, actionId: row.action_id, state: row.state }));
}

export interface TimelineEntry extends Entry {
  actionId: string | null;
  /** It stood there when a teammate turned the agent on again: nothing of it is left to answer. */
  handedBack: boolean;
}

export async function findEntryByClientId(
  pool: Pool,
  conversationId: string,
  author: AuthorType,
  clientId: string,
): Promise<Entry | null> {
  const { rows } = await pool.query<EntryRow>({
    name: 'entry-by-client-id',
    text: `select ${entryColumns('entries')} from entries
      where conversation_id = $1 and author_type = $2 and client_id = $3`,
    values: [conversationId, author, clientId],
  });
  return rows[0] ? toEntry(rows[0]) : null;
}
