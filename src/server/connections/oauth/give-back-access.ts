import { SendFailed } from '../../../connections/outgoing.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';
import { findKind } from '../find-kind.ts';
import { openCredentials } from '../sending/stored-credentials.ts';
import { postForm } from './post-form.ts';

const TIMEOUT_MS = 5_000;

/**
 * Prepares to give back what a person has permitted at the third party: what is needed for it is read before the connection
 * is deleted. @returns what does it, once, and says in the log what came of it; null: there is nothing to give back
 */
export async function giveBackAccess(
  deps: ConnectionDeps,
  row: ConnectionRow,
): Promise<(() => Promise<void>) | null> {
  const { definition, addresses } = findKind(row.kind, deps.addresses);
  const stored = await openCredentials(deps, definition, row);
  const client = stored && definition.oauth?.(row.settings, stored.given, addresses);
  const token = stored?.tokens?.refresh ?? stored?.tokens?.access;
  const url = client?.revokeUrl;
  if (!client || !token || !url) return null;
  return async () => {
    const about = { connectionId: row.id, kind: row.kind };
    try {
      const { status } = await postForm(deps, row.workspace_id, client, {
        ...{ url, form: { token }, timeoutMs: TIMEOUT_MS },
      });
      if (status < 300) deps.log.info(about, 'access was given back');
      else deps.log.warn({ ...about, status }, 'access was not given back: take it back at the third party');
    } catch (error) {
      // The connection is deleted all the same: what was stored of it is gone.
      if (!(error instanceof SendFailed)) throw error;
      deps.log.warn(
        { ...about, reason: error.reason },
        'access was not given back: take it back at the third party',
      );
    }
  };
}
