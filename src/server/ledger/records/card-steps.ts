import type { CallOutcome } from '../../../actions/define-call.ts';
import type { StepOutcome } from '../../../actions/define-card-step.ts';
import type { BeginStep } from '../../conversations/cards/card-deps.ts';
import { AppError } from '../../platform/errors.ts';
import { takeLimit } from '../call-limits.ts';
import type { CallRow } from '../call-row.ts';
import { insertCall } from '../insert-call.ts';
import type { Ledger } from '../ledger.ts';
import type { LedgerDeps } from '../ledger-deps.ts';
import { findByKey, type Started } from '../start-call.ts';

const READ_MS = 8_000;

/**
 * What a visitor does with their own hand on a card: the call is written down as sent in the transaction of the card, so that
 * one cannot be without the other, and made after it. No mute stops it: it is not the agent who acts.
 */
export function cardSteps({
  ledger,
  deps,
}: {
  ledger: Ledger;
  deps: Omit<LedgerDeps, 'actions'>;
}): BeginStep {
  return async (client, origin, step, perform) => {
    const { workspaceId, action, entryId } = origin;
    if (step.effect === 'read')
      return async () => {
        const port = deps.openPort({ workspaceId, key: entryId, endsAt: Date.now() + READ_MS });
        return fromOutcome(await perform(step.values, port));
      };
    const key = `card:${entryId}:${step.name}`;
    const row = await insertCall(client, {
      ...{ workspaceId, action, key, owner: deps.owner, isByHand: true },
      // Again only where the first try has surely done nothing.
      attempts: 3,
      ...{ effect: 'write', repeatable: false, state: 'sent' },
      ...{ inputs: step.inputs, request: step.request },
      place: { ...origin, turnId: null, afterSeq: origin.seq },
    });
    if (row && !(await takeLimit(client, action, { ...origin, callId: row.id })))
      throw new AppError('card_closed', { publicMessage: 'This was used as often as it may be.' });
    const started: Exclude<Started, { refused: unknown }> = row
      ? { begun: row }
      : { existing: await findByKey(client, key) };
    const executor = {
      perform: ({ values }: { values: Record<string, unknown> }, port: Parameters<typeof perform>[1]) =>
        perform(values, port),
    };
    return async () => fromRow(await ledger.performBegun(started, { executor, settings: {} }));
  };
}

function fromOutcome({ state, card }: CallOutcome): StepOutcome {
  return { state, payload: card?.payload ?? null };
}

function fromRow({ state, card }: CallRow): StepOutcome {
  return { state: state === 'done' || state === 'failed' ? state : 'unknown', payload: card };
}
