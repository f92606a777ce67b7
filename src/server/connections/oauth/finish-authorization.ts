import { AppError } from '../../platform/errors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { findKind } from '../find-kind.ts';
import { noteProblem } from '../sending/note-state.ts';
import { readRow } from '../sending/read-row.ts';
import { openCredentials } from '../sending/stored-credentials.ts';
import { explainRefusal } from './explain-refusal.ts';
import { hashState } from './hash-state.ts';
import { requestTokens } from './request-tokens.ts';
import { saveRenewalAnyhow } from './save-renewal.ts';
import { verifierPlace } from './verifier-place.ts';

interface CallbackQuery {
  state?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
}

/**
 * Somebody comes back from the third party. The state is taken, whatever came of it. @param mark of their browser
 * @returns which connection it was. @throws AppError `invalid` with the next step for the person
 */
export async function finishAuthorization(
  deps: ConnectionDeps,
  { state = '', code, error }: CallbackQuery,
  mark?: string,
): Promise<{ workspaceId: string; id: string }> {
  const hashes = [hashState(state), ...(mark === undefined ? [] : [hashState(state, mark)])];
  const { rows } = await deps.pool.query<{
    hash: Buffer;
    workspace_id: string;
    connection_id: string;
    actor: string;
    verifier: string;
    redirect_uri: string;
    is_late: boolean;
  }>(
    `delete from oauth_states where hash = any($1)
      returning hash, workspace_id, connection_id, actor, verifier, redirect_uri, expires_at < now() as is_late`,
    [hashes],
  );
  const begun = rows[0];
  if (!begun || begun.is_late)
    throw refuse(
      'This way back was used already, is older than ten minutes, or was begun in another browser. Start again from Connections.',
    );
  const where = { workspaceId: begun.workspace_id, id: begun.connection_id };
  const row = await readRow(deps.pool, where.workspaceId, where.id);
  const { definition, addresses } = findKind(row.kind, deps.addresses);
  const stored = await openCredentials(deps, definition, row);
  const client = stored && definition.oauth?.(row.settings, stored.given, addresses);
  if (!client) throw refuse('The connection was changed meanwhile. Start again from Connections.');
  if (error !== undefined || code === undefined)
    throw refuse(
      error === 'access_denied'
        ? `It was not permitted at ${definition.label}. Nothing was changed.`
        : `${definition.label} did not give access. Start again from Connections.`,
    );

  deps.redactor.add(code);
  const answer = await requestTokens(deps, where.workspaceId, client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: begun.redirect_uri,
    code_verifier: await deps.vault.open(where.workspaceId, verifierPlace(begun.hash), begun.verifier),
  });
  if (answer.state === 'unavailable')
    throw refuse(`${definition.label} could not be reached. ${answer.message} Start again from Connections.`);
  if (answer.state === 'refused') {
    const problem = explainRefusal(definition.label, row.name, answer.error);
    if (row.state !== 'connected') await noteProblem(deps, row, 'reconnect', problem);
    throw refuse(problem);
  }
  await saveRenewalAnyhow(deps, {
    row,
    renewal: {
      state: 'granted',
      stored: { given: stored.given, tokens: answer.tokens },
      expiresInSeconds: answer.expiresInSeconds,
    },
  });
  deps.log.info({ connectionId: row.id, actor: begun.actor }, 'a connection was permitted');
  return where;
}

function refuse(publicMessage: string): AppError {
  return new AppError('invalid', { publicMessage });
}
