import type { Pool } from 'pg';
import type { AttemptRef } from './attempt-id.ts';
import type { AttemptOutcome } from './attempt-outcome.ts';

/** Seconds before the next attempt, after each one that did not get through: 5 s to a day, three days in all. */
const PAUSES = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/** So that what failed together does not come back together. */
const JITTER = 0.2;
const GONE = 'The receiver answered 410: it wants no more events. Turn the webhook on again when it does.';

// Once for each attempt: the number in the row moves on with it. After an attempt of which nobody knows what became the next
// one comes at once; it counts as one all the same, so that an event which kills the process is given up in the end.
const RECORD = `
with off as (
  update webhooks set enabled = false, disabled_reason = $5, updated_at = now()
  where $3 = 'gone' and id = (select webhook_id from webhook_deliveries where id = $1 and attempt = $2 and begun_at is not null)
  returning id
), dropped as (
  update webhook_deliveries set state = 'disabled', ended_at = now(), next_attempt_at = null
  from off where webhook_id = off.id and state = 'pending' and begun_at is null
), judged as (
  select deliveries.id, case
      when $3 = 'delivered' then 'delivered'
      when $3 = 'gone' or not webhooks.enabled then 'disabled'
      when deliveries.tries >= cardinality($6::int[]) then 'failed'
      else 'pending' end as state,
    case when $3 = 'interrupted' then 0 else greatest(($6::int[])[deliveries.tries + 1] * $7::float8, $8::int) end as pause
  from webhook_deliveries as deliveries join webhooks on webhooks.id = deliveries.webhook_id
  where deliveries.id = $1 and deliveries.attempt = $2 and deliveries.state = 'pending' and deliveries.begun_at is not null
  for update of deliveries
)
update webhook_deliveries set state = judged.state, attempts = attempts || $4::jsonb, attempt = attempt + 1,
  tries = tries + 1, begun_at = null,
  next_attempt_at = case when judged.state = 'pending' then now() + make_interval(secs => judged.pause) end,
  ended_at = case when judged.state <> 'pending' then now() end
from judged where webhook_deliveries.id = judged.id`;

/** Writes down what came of an attempt that was begun, and when the next one is. Again it does nothing. */
export async function recordAttempt(
  pool: Pool,
  { deliveryId, attempt }: AttemptRef,
  { result, log, retryAfter }: AttemptOutcome,
): Promise<void> {
  await pool.query({
    name: 'record-attempt',
    text: RECORD,
    values: [
      deliveryId,
      attempt,
      result,
      JSON.stringify([log]),
      GONE,
      PAUSES,
      1 + Math.random() * JITTER,
      retryAfter ?? 0,
    ],
  });
}
