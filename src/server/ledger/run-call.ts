import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '../../actions/define.ts';
import { type CallExecutor, type CallOutcome, CallRefused } from '../../actions/define-call.ts';
import type { Call } from '../../contract/call.ts';
import { valuesOf } from './call-key.ts';
import { CALL_COLUMNS, type CallRow } from './call-row.ts';
import { CALL_LEASE_SECONDS } from './insert-call.ts';
import type { LedgerDeps } from './ledger-deps.ts';

/** Of all attempts together, inside a turn. */
const DEADLINE_MS = 12_000;
const FIRST_PAUSE_MS = 250;
const BEAT_MS = 2_000;

export interface CallPolicy {
  executor: Pick<CallExecutor, 'perform'>;
  settings: JsonObject;
}

/**
 * Sends a call that stands in the ledger as sent by this process, again where that is safe, and records what came of it. No
 * fence stops the recording: what has happened has happened.
 * @throws what the database failed with; the row then stays `sent` until its lease is over
 */
export async function runCall(deps: LedgerDeps, call: CallRow, policy: CallPolicy): Promise<CallRow> {
  const beat = setInterval(() => void renew(deps, call.id), BEAT_MS);
  try {
    await deps.onPoint?.('before_send');
    const { outcome, attempts } = await tryUntilDone(deps, call, policy);
    await deps.onPoint?.('after_send_before_save');
    const recorded = await record(deps, call, outcome, attempts);
    if (outcome.suspend !== undefined) await suspend(deps, call, outcome.suspend);
    await deps.onPoint?.('after_save');
    return recorded;
  } finally {
    clearInterval(beat);
  }
}

async function tryUntilDone(
  deps: LedgerDeps,
  call: CallRow,
  policy: CallPolicy,
): Promise<{ outcome: CallOutcome; attempts: Call['attempts'] }> {
  const endsAt = Date.now() + DEADLINE_MS;
  const attempts: Call['attempts'] = [];
  let unknown: CallOutcome | null = null;
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const at = new Date();
    const outcome = await attempt(deps, call, policy, endsAt);
    const { state, error = null, retry } = outcome;
    attempts.push({ at: at.toISOString(), ms: Date.now() - at.getTime(), state, error });
    if (state === 'unknown') unknown = outcome;
    const isSafe = retry === 'safe' || (retry === 'repeatable' && call.repeatable);
    const rest = Math.max(pause * (0.5 + Math.random() / 2), outcome.retryAfterMs ?? 0);
    if (isSafe && attempts.length < call.max_attempts && Date.now() + rest < endsAt) {
      await wait(rest);
      continue;
    }
    // An attempt that did not get through says nothing of one before that may have.
    return { outcome: state === 'failed' && retry !== 'never' && unknown ? unknown : outcome, attempts };
  }
}

async function attempt(
  { openPort, log }: LedgerDeps,
  call: CallRow,
  { executor, settings }: CallPolicy,
  endsAt: number,
): Promise<CallOutcome> {
  const port = openPort({ workspaceId: call.workspace_id, key: call.key, endsAt });
  let isSent = false;
  try {
    return await executor.perform(
      { settings, values: valuesOf(call.inputs) },
      {
        idempotencyKey: port.idempotencyKey,
        timeLeftMs: port.timeLeftMs,
        providerUrl: (provider) => port.providerUrl(provider),
        async openConnection(id) {
          const connection = await port.openConnection(id);
          if (!connection) return null;
          const send: typeof port.send = (request) => {
            isSent = true;
            return connection.send(request);
          };
          return { ...connection, send };
        },
        revealSecrets: (names, host) => port.revealSecrets(names, host),
        send: (request) => {
          isSent = true;
          return port.send(request);
        },
      },
    );
  } catch (error) {
    if (error instanceof CallRefused)
      return {
        state: 'failed',
        error: 'misconfigured',
        result: { status: 'failed', error: 'not_available' },
        response: { error: error.message },
        retry: 'never',
      };
    // A fault of ours. What it did before it broke is not known.
    log.error({ err: error, callId: call.id }, 'a call broke');
    const state = isSent && call.effect === 'write' ? 'unknown' : 'failed';
    return { state, error: 'internal', result: { status: state, error: 'not_available' }, retry: 'never' };
  }
}

async function record(
  { pool, redact }: LedgerDeps,
  call: CallRow,
  outcome: CallOutcome,
  attempts: Call['attempts'],
): Promise<CallRow> {
  const { state, result, response = null, error = null, card = null } = outcome;
  const { rows } = await pool.query<CallRow>({
    name: 'record-call',
    // A process that was given up for dead may still know better.
    text: `with freed as (
        delete from call_limits where $2 = 'failed' and call_id = $1
      )
      update calls set state = $2, result = $3, response = $4, error = $5, card = $6,
        attempts = attempts || $7::jsonb, ended_at = now(), lease_until = null
      where id = $1 and state in ('sent', 'unknown') returning ${CALL_COLUMNS}`,
    values: [
      call.id,
      state,
      redact(result),
      redact(response),
      error,
      card && redact(card.payload),
      JSON.stringify(attempts),
    ],
  });
  return rows[0] ?? call;
}

/** From here on no model is offered it; should that fail, the next use of it finds the same. */
async function suspend({ actions, log }: LedgerDeps, call: CallRow, why: string): Promise<void> {
  try {
    await actions.suspend(call.workspace_id, { id: call.action_id, version: call.action_version }, why);
  } catch (error) {
    log.error({ err: error, actionId: call.action_id }, 'an action could not be suspended');
  }
}

async function renew({ pool, log }: LedgerDeps, id: string): Promise<void> {
  try {
    await pool.query({
      name: 'renew-call',
      text: `update calls set lease_until = now() + interval '${CALL_LEASE_SECONDS} seconds' where id = $1 and state = 'sent'`,
      values: [id],
    });
  } catch (error) {
    log.warn({ err: error, callId: id }, 'the lease of a call could not be renewed');
  }
}
