/** How far a turn has come. */
export interface TurnProgress {
  steps: number;
  /** Tool calls so far, over all steps. */
  calls: number;
  /** Tool calls of the last step. */
  lastCalls: number;
  /** An action said that the turn is over. */
  ended: boolean;
}

/** A reason to ask the model no more. */
export type StopCondition = (progress: TurnProgress) => boolean;

export const nothingCalled: StopCondition = ({ lastCalls }) => lastCalls === 0;

export const endedByAction: StopCondition = ({ ended }) => ended;

export function stepCountIs(limit: number): StopCondition {
  return ({ steps }) => steps >= limit;
}

export function callCountIs(limit: number): StopCondition {
  return ({ calls }) => calls >= limit;
}

export function anyOf(...conditions: StopCondition[]): StopCondition {
  return (progress) => conditions.some((condition) => condition(progress));
}

export const MAX_CALLS_PER_TURN = 8;

export const DEFAULT_STOP = anyOf(
  nothingCalled,
  endedByAction,
  stepCountIs(8),
  callCountIs(MAX_CALLS_PER_TURN),
);
