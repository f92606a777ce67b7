import { decodeJwt } from 'jose';
import type { ConversationDeps } from '../deps.ts';
import { announceSessions } from './announce-sessions.ts';
import { bindIdentity } from './bind-identity.ts';
import { endSession } from './end-session.ts';
import { IdentityFault } from './identity-fault.ts';
import { verifyIdentity } from './verify-identity.ts';

type Deps = Pick<ConversationDeps, 'pool' | 'live' | 'identitySecrets'>;

interface IdentifyRequest {
  workspaceId: string;
  agentId: string;
  /** The session that it is asked for, where there is one. */
  token: string | undefined;
  /** What the page has from its owner's server. */
  identity: string;
}

/**
 * Makes a session that of the visitor whom a token names.
 * @returns the session's token from now on, or what is wrong with the identity: then the session stays as it was
 */
export async function identify(
  deps: Deps,
  { identity, ...request }: IdentifyRequest,
): Promise<{ token: string } | { fault: IdentityFault }> {
  const { pool, identitySecrets } = deps;
  const { workspaceId, agentId, token } = request;
  try {
    const { values: secrets, now } = await identitySecrets.reveal(workspaceId, agentId);
    const verified = await verifyIdentity(identity, { agentId, secrets, now });
    const bound = await bindIdentity(pool, request, verified);
    await announceSessions(deps, bound.changedVisitors);
    return { token: bound.token };
  } catch (error) {
    if (!(error instanceof IdentityFault)) throw error;
    // The page shows somebody else now, even if it cannot prove whom: they must not see the one before.
    if (token !== undefined) await endSession(deps, token, { unlessOf: readSub(identity) });
    return { fault: error };
  }
}

/** What a token that was refused says: enough to end something, never to allow it. */
function readSub(identity: string): string | null {
  try {
    const { sub } = decodeJwt(identity);
    return typeof sub === 'string' ? sub.replaceAll('\0', '').toWellFormed() : null;
  } catch {
    // It says nothing at all.
    return null;
  }
}
