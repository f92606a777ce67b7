import { type Egress, EgressError } from '../../platform/egress/egress.ts';
import type { EgressResponse } from '../../platform/egress/egress-request.ts';
import type { Redactor } from '../../platform/secrets/redactor.ts';
import { toPayload } from '../delivery-row.ts';
import { signHeaders } from '../signing.ts';
import type { SigningSecrets } from '../signing-secrets.ts';
import type { AttemptOutcome } from './attempt-outcome.ts';
import type { ClaimedAttempt } from './claim-attempt.ts';
import { readRetryAfter } from './read-retry-after.ts';
import type { TellBy } from './tell-by.ts';

const TIMEOUT_MS = 20_000;
const EXCERPT_CHARS = 500;

export interface SendDeps {
  egress: Egress;
  signingSecrets: SigningSecrets;
  redactor: Redactor;
  tellBy: TellBy;
  /** Ends what is under way when the process stops. */
  signal: AbortSignal;
}

/** Sends an event once. Never throws: whatever goes wrong is an outcome. */
export async function sendAttempt(
  deps: SendDeps,
  claimed: ClaimedAttempt,
  id: string,
): Promise<AttemptOutcome> {
  const at = new Date();
  const log = { id, at: at.toISOString(), status: null, error: null, response: null };
  try {
    if (claimed.connection_id !== null) {
      const told = await deps.tellBy(claimed.connection_id, claimed);
      return {
        result: told.result,
        log: { ...log, ms: Date.now() - at.getTime(), error: told.error },
        retryAfter: null,
      };
    }
    const response = await post(deps, claimed, id, at);
    return judge(response, { ...log, ms: response.ms }, deps.redactor);
  } catch (error) {
    const ms = Date.now() - at.getTime();
    const isStopping = deps.signal.aborted;
    const why = error instanceof EgressError ? error.message : 'It could not be sent: a fault of Bellhop.';
    return {
      result: isStopping ? 'interrupted' : 'refused',
      log: { ...log, ms, error: isStopping ? 'Bellhop was stopped meanwhile.' : why },
      retryAfter: null,
    };
  }
}

async function post(
  { egress, signingSecrets, signal }: SendDeps,
  claimed: ClaimedAttempt,
  id: string,
  at: Date,
): Promise<EgressResponse> {
  const { workspace_id: workspaceId, webhook_id: webhookId, event_id: eventId } = claimed;
  const place = { workspaceId, id: webhookId };
  const secrets = await Promise.all([
    signingSecrets.open({ ...place, column: 'secret' }, claimed.secret),
    ...(claimed.old_secret === null
      ? []
      : [signingSecrets.open({ ...place, column: 'old_secret' }, claimed.old_secret)]),
  ]);
  const body = JSON.stringify(toPayload(claimed));
  return egress.send({
    method: 'POST',
    url: claimed.url,
    hasSecret: true,
    headers: [
      ['content-type', 'application/json'],
      ...signHeaders(secrets, { id: eventId, at, body }),
      ['bellhop-attempt', id],
    ],
    body,
    totalMs: TIMEOUT_MS,
    firstByteMs: TIMEOUT_MS,
    // A budget of its own: a slow receiver holds up nobody else.
    workspaceId: `webhook:${webhookId}`,
    signal,
  });
}

function judge(
  { status, headers, body }: EgressResponse,
  log: Omit<AttemptOutcome['log'], 'status'>,
  redactor: Redactor,
): AttemptOutcome {
  const text = redactor.redact(new TextDecoder().decode(body)).replaceAll('\u0000', '');
  const done = { ...log, status, response: text.slice(0, EXCERPT_CHARS) };
  if (status >= 200 && status < 300) return { result: 'delivered', log: done, retryAfter: null };
  const asks = status === 429 || status === 503;
  return {
    result: status === 410 ? 'gone' : 'refused',
    log: { ...done, error: wordStatus(status) },
    retryAfter: asks ? readRetryAfter(headers.get('retry-after')) : null,
  };
}

function wordStatus(status: number): string {
  if (status >= 300 && status < 400)
    return `It answered with a redirect (${status}), which is not followed: give the final address.`;
  return status === 410 ? 'It wants no more events (410).' : `It answered with ${status}.`;
}
