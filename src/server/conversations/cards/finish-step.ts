import type { StepOutcome } from '../../../actions/define-card-step.ts';
import type { Entry } from '../../../contract/entry.ts';
import type { VisitorActor } from '../../workspace/actors.ts';
import type { CardDeps } from './card-deps.ts';
import { concludeCard } from './conclude-card.ts';

/**
 * Does what a card's use needs the network for, and then lets its kind say what the card has become. Whoever else waits for
 * the same step finds it done.
 */
export async function finishStep(
  deps: CardDeps,
  actor: VisitorActor,
  entryId: string,
  step: () => Promise<StepOutcome>,
): Promise<{ entry: Entry; changed: boolean }> {
  const outcome = await step();
  return concludeCard(deps, actor, entryId, (executor, { settings, card }, context) =>
    executor.conclude({ settings, card: { entryId, ...card }, outcome }, context),
  );
}
