import type { PoolClient } from 'pg';
import type { CardResult, JsonObject } from '../../../actions/define.ts';
import { findKind } from '../../../actions/index.ts';
import { type CardOp, CONFIRMATION, INPUT_FORM } from '../../../contract/entry.ts';
import { AppError } from '../../platform/errors.ts';
import { findObstacles } from '../../workspace/availability/find-obstacles.ts';
import type { CardDeps, LeadOrigin } from './card-deps.ts';
import type { CardRow } from './card-row.ts';
import { useKindsCard } from './use-kinds-card.ts';

interface Use {
  op: CardOp;
  values: JsonObject;
  /** Null: its action was deleted for good. */
  origin: LeadOrigin | null;
}

/** What a card becomes by a use. To put it away is always possible. @throws AppError `card_closed` */
export async function settleCard(
  client: PoolClient,
  deps: CardDeps,
  row: CardRow,
  use: Use,
): Promise<CardResult> {
  const { kind, state } = row.card;
  const isRefusal = use.op === 'dismiss' || use.op === 'decline';
  if (!isRefusal) refuseUnavailable(row);
  if (kind === CONFIRMATION)
    return { state: await deps.decideConfirmation(client, row.id, use.op, use.values) };
  if (kind === INPUT_FORM) return deps.submitInputs(client, row.id, use.op, use.values);
  const isOpen = state === 'offered' || state === 'opened';
  const isGone = row.archived && findKind(kind)?.waits && isOpen && !isRefusal;
  return isGone ? { state: 'expired' } : useKindsCard(client, deps, row, use);
}

// What was offered in office hours, or on another page, can still be used; what is for identified visitors is not for others.
function refuseUnavailable({ availability, created_at, is_verified }: CardRow): void {
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
