/** What goes wrong, and how often; a test in the same process sets it, a visitor cannot. */
export interface Faults {
  /** The next bookings are made, and their answer never comes. */
  commitThenTimeout: number;
  /** The next requests to the API fail with 500, and nothing is done. */
  failNext: number;
  /** The next requests to the API are too many. */
  limitNext: number;
  /** The next new tokens are made, and their answer never comes. */
  tokensThenTimeout: number;
  /** The next requests for tokens fail with 503, and nothing is done. */
  tokensUnavailable: number;
}

export function noFaults(): Faults {
  return {
    commitThenTimeout: 0,
    failNext: 0,
    limitNext: 0,
    tokensThenTimeout: 0,
    tokensUnavailable: 0,
  };
}

/** Whether this one is hit. */
export function hits(faults: Faults, name: keyof Faults): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
