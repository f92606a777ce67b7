/** The API said no, or said nothing. */
export class CalFailed extends Error {
  /**
   * `taken`: somebody else has the slot. `busy`: too many requests. `unauthorised`, `not_found`, `refused`: as it says.
   * `unreachable`: nothing of it got there. `unknown`: it may have been done.
   */
  readonly reason: 'taken' | 'busy' | 'unauthorised' | 'not_found' | 'refused' | 'unreachable' | 'unknown';
  /** Milliseconds; null: it did not say. */
  readonly retryAfterMs: number | null;
  /** For the team. */
  readonly status: number | null;
  constructor(
    reason: CalFailed['reason'],
    message: string,
    { retryAfterMs = null, status = null }: { retryAfterMs?: number | null; status?: number | null } = {},
  ) {
    super(message);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}
