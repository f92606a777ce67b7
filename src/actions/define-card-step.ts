/**
 * The second step of a card's use, for kinds whose card needs the network. `onCard` decides under the conversation's lock and
 * returns a `step`; the host commits, runs `performStep` without a transaction, and lets `conclude` decide again under the lock.
 */
import type { BookingReport } from '../connections/define.ts';
import type { CardOp, CardState } from '../contract/entry.ts';
import type { CardContext, CardResult, ChatExecutor, JsonObject } from './define.ts';
import type { CallOutcome, CallPort } from './define-call.ts';

export interface SteppedExecutor<Settings = unknown> extends ChatExecutor<Settings> {
  /** Ops that `onCard` is asked about even if the card is in the state that they lead to: a repeat finds the step's outcome. */
  repeats: CardOp[];
  /** Once. Whatever goes wrong is an outcome; what `conclude` needs goes into its card. */
  performStep(use: StepUse<Settings>, port: CallPort): Promise<CallOutcome>;
  /** What the card becomes, however it has changed meanwhile. Null: nothing new. Asked again, it must say the same. */
  conclude(use: ConcludeUse<Settings>, context: CardContext): CardResult | null;
  /** The provider itself tells of a booking that came from this card. Null: nothing new. */
  onReport(
    use: Omit<ConcludeUse<Settings>, 'outcome'> & { report: BookingReport },
    context: CardContext,
  ): CardResult | null;
}

interface StepUse<Settings> {
  settings: Settings;
  values: JsonObject;
  /** As the visitor was given it. */
  payload: JsonObject;
  /** Of the card: stable, and of no use to anybody else. */
  entryId: string;
}

interface ConcludeUse<Settings> {
  settings: Settings;
  card: { entryId: string; state: CardState; payload: JsonObject };
  outcome: StepOutcome;
}

/** What came of a step; of a write as the ledger keeps it. */
export interface StepOutcome {
  state: CallOutcome['state'];
  payload: JsonObject | null;
}
