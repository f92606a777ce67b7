import type { Pool, PoolClient } from 'pg';
import { CardInvalid, type CardResult, type JsonObject, type NewLead } from '../../actions/define.ts';
import { findExecutor } from '../../actions/executors.ts';
import {
  type Card,
  type CardOp,
  type CardState,
  CONFIRMATION,
  type Entry,
  INPUT_FORM,
} from '../../contract/entry.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';
import type { OpenTurn } from './events.ts';
import { openTurn } from './open-turn.ts';

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
  action: { id: string; agentId: string; name: string; version: number; kind: string };
  conversationId: string;
  visitorId: string;
  /** The card's place in the conversation. */
  seq: number;
}

export type SaveLead = (client: PoolClient, origin: LeadOrigin, lead: NewLead) => Promise<void>;

/** Decides what a confirmation card asks, for whoever keeps what is asked. @throws AppError `card_closed` */
export type DecideConfirmation = (
  client: PoolClient,
  entryId: string,
  op: CardOp,
  values: JsonObject,
) => Promise<Extract<CardState, 'confirmed' | 'declined' | 'expired'>>;

/** Takes what a form asked for before a call, for whoever keeps the call. @throws AppError `card_closed`, CardInvalid */
export type SubmitInputs = (
  client: PoolClient,
  entryId: string,
  op: CardOp,
  values: JsonObject,
) => Promise<CardResult>;

export interface CardDeps {
  pool: Pool;
  saveLead: SaveLead;
  decideConfirmation: DecideConfirmation;
  submitInputs: SubmitInputs;
  /** This process, as the owner of the turns that it opens. */
  owner: string;
}

export interface UsedCard {
  entry: Entry;
  changed: boolean;
  /** What the visitor confirmed, or gave the last values for, is done, and answered, by this turn. */
  turn: OpenTurn | null;
}

type Row = EntryRow & { action: LeadOrigin['action']; settings: JsonObject };

/**
 * Lets a visitor use a card: the new state and what it leads to are one transaction, under the conversation's lock.
 * An operation that has happened already answers with the entry as it is, so a repeat does nothing twice.
 * @throws AppError `not_found`, `invalid` (a path per field) or `card_closed`
 */
export async function useCard(
  deps: CardDeps,
  { workspaceId, visitorId }: VisitorActor,
  entryId: string,
  { op, values }: { op: CardOp; values: JsonObject },
): Promise<UsedCard> {
  const client = await deps.pool.connect();
  try {
    await client.query('begin');
    const row = await lockCard(client, workspaceId, visitorId, entryId);
    const card = row?.card;
    if (!row || !card) throw notFound('card');
    if (card.state === STATE_AFTER[op]) {
      await client.query('rollback');
      return { entry: toEntry(row), changed: false, turn: null };
    }
    const use = { op, values, origin: { workspaceId, visitorId } };
    const result = await settleCard(client, deps, row, card, use);
    const updated = await updateCard(client, row, result);
    const turn = startsCall(card, result) ? await openTurn(client, row.conversation_id, deps.owner) : null;
    await client.query('commit');
    return { entry: toEntry(updated), changed: true, turn };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof CardInvalid ? invalidCard(error) : error;
  } finally {
    client.release();
  }
}

async function settleCard(
  client: PoolClient,
  { decideConfirmation, submitInputs, saveLead }: CardDeps,
  row: Row,
  { kind }: Card,
  use: KindUse,
): Promise<CardResult> {
  if (kind === CONFIRMATION) return { state: await decideConfirmation(client, row.id, use.op, use.values) };
  if (kind === INPUT_FORM) return submitInputs(client, row.id, use.op, use.values);
  return useKindsCard(client, saveLead, row, use);
}

function startsCall({ kind }: Card, { state }: CardResult): boolean {
  return state === 'confirmed' || (kind === INPUT_FORM && state === 'submitted');
}

interface KindUse {
  op: CardOp;
  values: JsonObject;
  origin: { workspaceId: string; visitorId: string };
}

async function useKindsCard(
  client: PoolClient,
  saveLead: SaveLead,
  row: Row,
  { op, values, origin }: KindUse,
): Promise<CardResult> {
  const card = row.card as Card;
  const leads: NewLead[] = [];
  const use = { settings: row.settings, op, values, card: { entryId: row.id, ...card } };
  const executor = findExecutor(card.kind);
  const onCard = executor && 'onCard' in executor ? executor.onCard : undefined;
  const result = await onCard?.(use, { saveLead: (lead) => void leads.push(lead) });
  if (!result) throw new AppError('card_closed', { publicMessage: 'This card takes that no more.' });
  const place = { conversationId: row.conversation_id, seq: row.seq, action: row.action };
  for (const lead of leads) await saveLead(client, { ...origin, ...place }, lead);
  return result;
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
    text: `select ${entryColumns('entries')}, actions.settings, jsonb_build_object('id', actions.id,
        'agentId', actions.agent_id, 'name', actions.name, 'version', actions.version, 'kind', actions.kind) as action
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
