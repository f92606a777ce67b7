import type { Context } from 'hono';
import { AppError } from '../errors.ts';

/** The token of `Authorization: Bearer …`. @throws AppError `missing_credential` */
export function readBearer(context: Context): string {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (!token)
    throw new AppError('missing_credential', {
      publicMessage: 'Send the header Authorization: Bearer <key>.',
    });
  return token;
}
