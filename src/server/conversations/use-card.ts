import type { Pool, PoolClient } from 'pg';
import { CardInvalid, type CardResult, type JsonObject, type NewLead } from '../../actions/define.ts';
import { findExecutor } from '../../actions/executors.ts';
import type { CardOp, CardState, Entry } from '../../contract/entry.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';

const STATE_AFTER: Record<CardOp, CardState> = {
  open: 'opened',
  submit: 'submitted',
  dismiss: 'dismissed',
  confirm: 'confirmed',
  decline: 'declined',
  booked: 'booked',
};

/** Where a lead came from, for whoever stores it in the same transaction. */
export interface LeadOrigin {
  workspaceId: string;
  agentId: string;
  actionId: string;
  conversationId: string;
  visitorId: string;
}

export type SaveLead = (client: PoolClient, origin: LeadOrigin, lead: NewLead) => Promise<void>;

type Row = EntryRow & { action_id: string; agent_id: string; settings: JsonObject };

/**
 * Lets a visitor use a card: the new state and what it leads to are one transaction, under the conversation's lock.
 * An operation that has happened already answers with the entry as it is, so a repeat does nothing twice.
 * @throws AppError `not_found`, `invalid` (a path per field) or `card_closed`
 */
export async function useCard(
  { pool, saveLead }: { pool: Pool; saveLead: SaveLead },
  { workspaceId, visitorId }: VisitorActor,
  entryId: string,
  { op, values }: { op: CardOp; values: JsonObject },
): Promise<{ entry: Entry; changed: boolean }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const row = await lockCard(client, workspaceId, visitorId, entryId);
    const card = row?.card;
    if (!row || !card) throw notFound('card');
    if (card.state === STATE_AFTER[op]) {
      await client.query('rollback');
      return { entry: toEntry(row), changed: false };
    }
    const leads: NewLead[] = [];
    const use = { settings: row.settings, op, values, card: { entryId, ...card } };
    const result = await findExecutor(card.kind)?.onCard?.(use, {
      saveLead: (lead) => void leads.push(lead),
    });
    if (!result) throw new AppError('card_closed', { publicMessage: 'This card takes that no more.' });

    const updated = await updateCard(client, row, result);
    const conversationId = row.conversation_id;
    const origin = { workspaceId, agentId: row.agent_id, actionId: row.action_id, conversationId, visitorId };
    for (const lead of leads) await saveLead(client, origin, lead);
    await client.query('commit');
    return { entry: toEntry(updated), changed: true };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof CardInvalid ? invalidCard(error) : error;
  } finally {
    client.release();
  }
}

// The conversation is locked before the card is read: whoever comes second sees what the first one did.
async function lockCard(client: PoolClient, workspaceId: string, visitorId: string, entryId: string) {
  await client.query({
    name: 'lock-conversation-of-card',
    text: `select from conversations where visitor_id = $1 and workspace_id = $2
      and id = (select conversation_id from entries where id = $3) for update`,
    values: [visitorId, workspaceId, entryId],
  });
  const { rows } = await client.query<Row>({
    name: 'card',
    text: `select ${entryColumns('entries')}, entries.action_id, actions.agent_id, actions.settings
      from entries
      join conversations on conversations.id = entries.conversation_id
      join actions on actions.id = entries.action_id
      where entries.id = $3 and conversations.visitor_id = $1 and conversations.workspace_id = $2`,
    values: [visitorId, workspaceId, entryId],
  });
  return rows[0];
}

async function updateCard(client: PoolClient, row: Row, { state, payload }: CardResult): Promise<EntryRow> {
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

function invalidCard(error: CardInvalid): AppError {
  const first = error.fields[0];
  const publicMessage = `${first?.path ?? 'values'} ${first?.message ?? 'are invalid'}.`;
  return new AppError('invalid', { publicMessage, details: error.fields, cause: error });
}
