import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';
import { findKind } from '../find-kind.ts';
import { openCredentials, type StoredCredentials, type Tokens } from '../sending/stored-credentials.ts';
import { explainRefusal } from './explain-refusal.ts';
import { requestTokens } from './request-tokens.ts';

/** What came of a renewal. */
export type Renewal =
  | { state: 'granted'; stored: StoredCredentials; expiresInSeconds: number | null }
  /** Only a person can go on from here. */
  | { state: 'lost'; problem: string }
  /** To be tried again later. `maybeTaken`: the refresh token may be used up. */
  | { state: 'unavailable'; reason: string; problem: string; maybeTaken: boolean };

/** Gives the refresh token away for a new pair; nothing is saved yet. */
export async function askForTokens(deps: ConnectionDeps, row: ConnectionRow): Promise<Renewal> {
  const { definition, addresses } = findKind(row.kind, deps.addresses);
  const { label } = definition;
  const stored = await openCredentials(deps, definition, row);
  const client = stored && definition.oauth?.(row.settings, stored.given, addresses);
  const refresh = stored?.tokens?.refresh;
  if (!client || !refresh) {
    const problem = stored?.tokens
      ? `${label} gave access for a time that is over. Connect “${row.name}” again under Connections.`
      : `“${row.name}” is not connected yet: permit it at ${label}, from Connections.`;
    return { state: 'lost', problem };
  }
  const answer = await requestTokens(deps, row.workspace_id, client, {
    grant_type: 'refresh_token',
    refresh_token: refresh,
  });
  if (answer.state === 'refused')
    return { state: 'lost', problem: explainRefusal(label, row.name, answer.error) };
  if (answer.state === 'unavailable') {
    const problem = `${label} could not be asked for new access. ${answer.message} It is tried again.`;
    return { state: 'unavailable', reason: 'unavailable', problem, maybeTaken: answer.maybeTaken };
  }
  // A third party that does not rotate gives no new refresh token: the old one stays good.
  const tokens: Tokens = { ...answer.tokens, refresh: answer.tokens.refresh ?? refresh };
  return {
    state: 'granted',
    stored: { given: stored.given, tokens },
    expiresInSeconds: answer.expiresInSeconds,
  };
}
