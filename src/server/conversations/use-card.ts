import type { PoolClient } from 'pg';
import { CardInvalid, type CardResult, type JsonObject } from '../../actions/define.ts';
import type { StepOutcome } from '../../actions/define-card-step.ts';
import { type CardOp, type CardState, type Entry, INPUT_FORM } from '../../contract/entry.ts';
import { AppError, notFound } from '../platform/errors.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import type { CardDeps, LeadOrigin } from './cards/card-deps.ts';
import { type CardRow, lockCard, originOf, updateCard } from './cards/card-row.ts';
import { settleCard } from './cards/settle-card.ts';
import { findStepped } from './cards/use-kinds-card.ts';
import { toEntry } from './entry-row.ts';
import type { OpenTurn } from './events.ts';
import { openTurn } from './open-turn.ts';

const STATE_AFTER: Partial<Record<CardOp, CardState>> = {
  open: 'opened',
  submit: 'submitted',
  dismiss: 'dismissed',
  confirm: 'confirmed',
  decline: 'declined',
  booked: 'booked',
};

export interface UsedCard {
  entry: Entry;
  changed: boolean;
  /** What the visitor confirmed, or gave the last values for, is done, and answered, by this turn. */
  turn: OpenTurn | null;
  /** What is left to do, with the network. */
  step: (() => Promise<StepOutcome>) | null;
}

/**
 * Lets a visitor use a card: the new state and what it leads to are one transaction, under the conversation's lock.
 * An operation that has happened already answers with the entry as it is, so a repeat does nothing twice.
 * @throws AppError `not_found`, `invalid` (a path per field) or `card_closed`
 */
export async function useCard(
  deps: CardDeps,
  actor: VisitorActor,
  entryId: string,
  { op, values }: { op: CardOp; values: JsonObject },
): Promise<UsedCard> {
  const client = await deps.pool.connect();
  try {
    await client.query('begin');
    const row = await lockCard(client, actor, entryId);
    if (!row) throw notFound('card');
    const { card } = row;
    if (card.state === STATE_AFTER[op] && !findStepped(card.kind)?.repeats.includes(op)) {
      await client.query('rollback');
      return { entry: toEntry(row), changed: false, turn: null, step: null };
    }
    const origin = originOf(actor, row);
    const result = await settleCard(client, deps, row, { op, values, origin });
    const changed = result.state !== card.state || result.payload !== undefined;
    const entry = toEntry(changed ? await updateCard(client, row, result) : row);
    const turn = startsCall(row, result) ? await openTurn(client, row.conversation_id, deps.owner) : null;
    const step = await beginStep(client, deps, row, origin, result);
    await client.query('commit');
    return { entry, changed, turn, step };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof CardInvalid ? invalidCard(error) : error;
  } finally {
    client.release();
  }
}

function startsCall({ card }: CardRow, { state }: CardResult): boolean {
  return state === 'confirmed' || (card.kind === INPUT_FORM && state === 'submitted');
}

/** Writes down what the network is needed for, in the transaction of the card. */
async function beginStep(
  client: PoolClient,
  deps: CardDeps,
  row: CardRow,
  origin: LeadOrigin | null,
  { step, payload = row.card.payload }: CardResult,
): Promise<(() => Promise<StepOutcome>) | null> {
  const executor = findStepped(row.card.kind);
  if (!step || !executor || !origin) return null;
  const { settings, id: entryId } = row;
  return deps.beginStep(client, origin, step, (values, port) =>
    executor.performStep({ settings, values, payload, entryId }, port),
  );
}

function invalidCard(error: CardInvalid): AppError {
  const first = error.fields[0];
  const publicMessage = `${first?.path ?? 'values'} ${first?.message ?? 'are invalid'}.`;
  return new AppError('invalid', { publicMessage, details: error.fields, cause: error });
}
