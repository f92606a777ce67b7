/** The wall clock, handed in so that a test can stand somewhere else in time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
