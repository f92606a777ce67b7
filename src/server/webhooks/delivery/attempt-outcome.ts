import type { DeliveryAttempt } from '../../../contract/operation/webhook.ts';

/** What came of an attempt. `gone`: the receiver wants nothing more. `interrupted`: nobody knows, its process died. */
export interface AttemptOutcome {
  result: 'delivered' | 'refused' | 'gone' | 'interrupted';
  log: DeliveryAttempt;
  /** Seconds; the receiver asked for it. */
  retryAfter: number | null;
}
