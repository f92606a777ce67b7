import type { PoolClient } from 'pg';
import type { CardContext, CardResult, JsonObject, NewBooking, NewLead } from '../../../actions/define.ts';
import type { SteppedExecutor } from '../../../actions/define-card-step.ts';
import { findExecutor } from '../../../actions/executors.ts';
import type { CardOp } from '../../../contract/entry.ts';
import { AppError } from '../../platform/errors.ts';
import type { CardDeps, LeadOrigin } from './card-deps.ts';
import type { CardRow } from './card-row.ts';

/** What a kind makes of a card's use, with what it leads to, in the transaction of the card. @throws AppError `card_closed` */
export async function useKindsCard(
  client: PoolClient,
  deps: Pick<CardDeps, 'saveLead' | 'saveBooking'>,
  row: CardRow,
  { op, values, origin }: { op: CardOp; values: JsonObject; origin: LeadOrigin | null },
): Promise<CardResult> {
  const use = { settings: row.settings, op, values, card: { entryId: row.id, ...row.card } };
  const executor = findExecutor(row.card.kind);
  const onCard = executor && 'onCard' in executor ? executor.onCard : undefined;
  const result = await withContext(client, deps, origin, async (context) => onCard?.(use, context) ?? null);
  if (!result) throw new AppError('card_closed', { publicMessage: 'This card takes that no more.' });
  return result;
}

/** Stores what a kind hands over while it looks at a card. */
export async function withContext<Result>(
  client: PoolClient,
  { saveLead, saveBooking }: Pick<CardDeps, 'saveLead' | 'saveBooking'>,
  origin: LeadOrigin | null,
  work: (context: CardContext) => Promise<Result>,
): Promise<Result> {
  const leads: NewLead[] = [];
  const bookings: NewBooking[] = [];
  const result = await work({
    saveLead: (lead) => void leads.push(lead),
    saveBooking: (booking) => void bookings.push(booking),
  });
  if (!origin) return result;
  for (const lead of leads) await saveLead(client, origin, lead);
  for (const booking of bookings) await saveBooking(client, origin, booking);
  return result;
}

/** The executor of a kind whose cards need the network. */
export function findStepped(kind: string): SteppedExecutor | undefined {
  const executor = findExecutor(kind);
  return executor && 'conclude' in executor ? executor : undefined;
}
