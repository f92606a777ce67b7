import type { Pool, PoolClient } from 'pg';
import { CardInvalid, type CardResult, type JsonObject, type NewLead } from '../../actions/define.ts';
import { findExecutor } from '../../actions/executors.ts';
import { findKind } from '../../actions/index.ts';
import type { Availability } from '../../contract/actions/availability.ts';
import { type Card, type CardOp, type CardState, CONFIRMATION, type Entry } from '../../contract/entry.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import { findObstacles } from '../workspace/availability/find-obstacles.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';
import type { OpenTurn } from './events.ts';
import { IS_VERIFIED } from './identity/is-verified.ts';
import { openTurn } from './open-turn.ts';

const STATE_AFTER: Partial<Record<CardOp, CardState>> = {
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

export interface CardDeps {
  pool: Pool;
  saveLead: SaveLead;
  decideConfirmation: DecideConfirmation;
  /** This process, as the owner of the turns that it opens. */
  owner: string;
}

export interface UsedCard {
  entry: Entry;
  changed: boolean;
  /** What the visitor confirmed is done, and answered, by this turn. */
  turn: OpenTurn | null;
}

/** The action as far as it is there: one that was deleted for good has left its card only. */
type Row = EntryRow & {
  action: LeadOrigin['action'] | null;
  settings: JsonObject;
  archived: boolean;
  availability: Availability | null;
  is_verified: boolean;
};

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
    const result = await settleCard(client, deps, { ...row, card }, use);
    if (result.state === card.state && !result.payload) {
      await client.query('commit');
      return { entry: toEntry(row), changed: false, turn: null };
    }
    const updated = await updateCard(client, row, result);
    const turn =
      result.state === 'confirmed' ? await openTurn(client, row.conversation_id, deps.owner) : null;
    await client.query('commit');
    return { entry: toEntry(updated), changed: true, turn };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof CardInvalid ? invalidCard(error) : error;
  } finally {
    client.release();
  }
}

// What was offered in office hours, or on another page, can still be used; what is for identified visitors is not for others.
function refuseUnavailable({ availability, created_at, is_verified }: Row): void {
  if (!availability) return;
  const situation = { page: {}, now: created_at, visitor: { isVerified: is_verified } };
  const obstacle = findObstacles(availability, situation).find(
    ({ condition }) => condition === 'hours' || condition === 'identity',
  );
  if (!obstacle) return;
  const publicMessage =
    obstacle.condition === 'identity'
      ? 'This is for visitors who are signed in to this website. Sign in, and try again.'
      : 'This is not available any more. Please ask again.';
  throw new AppError('card_closed', { publicMessage });
}

/** What the card becomes. To put it away is always possible. */
async function settleCard(
  client: PoolClient,
  { decideConfirmation, saveLead }: CardDeps,
  row: Row & { card: Card },
  use: KindUse,
): Promise<CardResult> {
  const { card } = row;
  const isRefusal = use.op === 'dismiss' || use.op === 'decline';
  if (!isRefusal) refuseUnavailable(row);
  if (card.kind === CONFIRMATION)
    return { state: await decideConfirmation(client, row.id, use.op, use.values) };
  const isGone = row.archived && findKind(card.kind)?.waits && card.state === 'offered' && !isRefusal;
  return isGone ? { state: 'expired' } : useKindsCard(client, saveLead, row, use);
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
  const { action } = row;
  if (!action) return result;
  const place = { conversationId: row.conversation_id, seq: row.seq, action };
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
    text: `select ${entryColumns('entries')}, coalesce(actions.settings, '{}') as settings, actions.availability,
        ${IS_VERIFIED} as is_verified, actions.id is null or actions.archived_at is not null as archived,
        case when actions.id is not null then jsonb_build_object('id', actions.id, 'agentId', actions.agent_id,
          'name', actions.name, 'version', actions.version, 'kind', actions.kind) end as action
      from entries
      join conversations on conversations.id = entries.conversation_id
      left join actions on actions.id = entries.action_id
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
