import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { AppError } from '../platform/errors.ts';
import type { WorkspaceActor } from './actors.ts';

interface KnownKey {
  key: string;
  actor: WorkspaceActor;
}

/** Checks `Authorization: Bearer <API key>` against the keys that this process was started with. */
export function apiKeyAuthenticator(keys: KnownKey[]): (context: Context) => Promise<WorkspaceActor> {
  const known = keys.map(({ key, actor }) => ({ hash: sha256(key), actor }));
  return async (context) => {
    const given = sha256(readBearer(context));
    // Every key is compared, in constant time each: the time taken tells nothing.
    const matches = known.filter(({ hash }) => timingSafeEqual(hash, given));
    if (!matches[0])
      throw new AppError('invalid_credential', { publicMessage: 'This API key is not known here.' });
    return matches[0].actor;
  };
}

/** @throws AppError `missing_credential` */
export function readBearer(context: Context): string {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (!token)
    throw new AppError('missing_credential', {
      publicMessage: 'Send the header Authorization: Bearer <key>.',
    });
  return token;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
