import type { PoolClient } from 'pg';
import type { CardResult, JsonObject } from '../../../actions/define.ts';
import type { Availability } from '../../../contract/actions/availability.ts';
import type { Card } from '../../../contract/entry.ts';
import { type EntryRow, entryColumns } from '../entry-row.ts';
import { IS_VERIFIED } from '../identity/is-verified.ts';
import type { LeadOrigin } from './card-deps.ts';

/** An entry with a card, and the action that it came from. */
export type CardRow = EntryRow & {
  card: Card;
  /** Null: the action was deleted for good, and has left its card only. */
  action: LeadOrigin['action'] | null;
  settings: JsonObject;
  archived: boolean;
  availability: Availability | null;
  is_verified: boolean;
};

interface Owner {
  workspaceId: string;
  visitorId: string;
}

/**
 * Reads a card of a visitor, under its conversation's lock: whoever comes second sees what the first one did.
 * @returns undefined when there is none, or not of this visitor
 */
export async function lockCard(
  client: PoolClient,
  { workspaceId, visitorId }: Owner,
  entryId: string,
): Promise<CardRow | undefined> {
  await client.query({
    name: 'lock-conversation-of-card',
    text: `select from conversations where visitor_id = $1 and workspace_id = $2
      and id = (select conversation_id from entries where id = $3) for update`,
    values: [visitorId, workspaceId, entryId],
  });
  const { rows } = await client.query<CardRow>({
    name: 'card',
    text: `select ${entryColumns('entries')}, coalesce(actions.settings, '{}') as settings, actions.availability,
        ${IS_VERIFIED} as is_verified, actions.id is null or actions.archived_at is not null as archived,
        case when actions.id is not null then jsonb_build_object('id', actions.id, 'agentId', actions.agent_id,
          'name', actions.name, 'version', actions.version, 'kind', actions.kind, 'limit', actions.use_limit) end as action
      from entries
      join conversations on conversations.id = entries.conversation_id
      left join actions on actions.id = entries.action_id
      where entries.id = $3 and entries.card is not null
        and conversations.visitor_id = $1 and conversations.workspace_id = $2`,
    values: [visitorId, workspaceId, entryId],
  });
  return rows[0];
}

export async function updateCard(
  client: PoolClient,
  row: CardRow,
  { state, payload }: CardResult,
): Promise<EntryRow> {
  const { rows } = await client.query<EntryRow>({
    name: 'update-card',
    text: `with conversation as (
        update conversations set last_cursor = last_cursor + 1 where id = $1 returning last_cursor
      )
      update entries set cursor = conversation.last_cursor, card = $3
      from conversation where entries.id = $2 returning ${entryColumns('entries')}`,
    values: [row.conversation_id, row.id, { ...row.card, state, ...(payload ? { payload } : {}) }],
  });
  return rows[0] as EntryRow;
}

/** Where a card stands, for whoever stores what it leads to. */
export function originOf({ workspaceId, visitorId }: Owner, row: CardRow): LeadOrigin | null {
  const { id, conversation_id, seq, action } = row;
  return action && { workspaceId, visitorId, entryId: id, conversationId: conversation_id, seq, action };
}
