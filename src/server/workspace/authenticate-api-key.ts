import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { AppError } from '../platform/errors.ts';
import { readBearer } from '../platform/http/read-bearer.ts';
import { hashToken } from '../platform/ids.ts';
import type { WorkspaceActor } from './actors.ts';

interface KnownKey {
  key: string;
  actor: WorkspaceActor;
}

/** Checks `Authorization: Bearer <API key>` against the keys that this process was started with. */
export function apiKeyAuthenticator(keys: KnownKey[]): (context: Context) => Promise<WorkspaceActor> {
  const known = keys.map(({ key, actor }) => ({ hash: hashToken(key), actor }));
  return async (context) => {
    const given = hashToken(readBearer(context));
    // Every key is compared, in constant time each: the time taken tells nothing.
    const matches = known.filter(({ hash }) => timingSafeEqual(hash, given));
    if (!matches[0])
      throw new AppError('invalid_credential', { publicMessage: 'This API key is not known here.' });
    return matches[0].actor;
  };
}
