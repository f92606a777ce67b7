import type { CardContext, CardResult } from '../../../actions/define.ts';
import type { SteppedExecutor } from '../../../actions/define-card-step.ts';
import type { Entry } from '../../../contract/entry.ts';
import { notFound } from '../../platform/errors.ts';
import { toEntry } from '../entry-row.ts';
import type { CardDeps } from './card-deps.ts';
import { type CardRow, lockCard, originOf, updateCard } from './card-row.ts';
import { findStepped, withContext } from './use-kinds-card.ts';

type Decide = (executor: SteppedExecutor, row: CardRow, context: CardContext) => CardResult | null;

/** Lets a card's kind say what the card has become, under its conversation's lock. @throws AppError `not_found` */
export async function concludeCard(
  deps: Pick<CardDeps, 'pool' | 'saveLead' | 'saveBooking'>,
  owner: { workspaceId: string; visitorId: string },
  entryId: string,
  decide: Decide,
): Promise<{ entry: Entry; changed: boolean }> {
  const client = await deps.pool.connect();
  try {
    await client.query('begin');
    const row = await lockCard(client, owner, entryId);
    if (!row) throw notFound('card');
    const executor = findStepped(row.card.kind);
    const result =
      executor &&
      (await withContext(client, deps, originOf(owner, row), async (context) =>
        decide(executor, row, context),
      ));
    const entry = toEntry(result ? await updateCard(client, row, result) : row);
    await client.query('commit');
    return { entry, changed: Boolean(result) };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
