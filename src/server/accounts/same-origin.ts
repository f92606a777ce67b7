import type { Context } from 'hono';
import { AppError } from '../platform/errors.ts';

/**
 * A cookie is sent along with what other sites make a browser do, so a call that rests on one has to show that it comes from our
 * own page: a header that no other site can set, and no word of the browser that it came from elsewhere.
 * @throws AppError `not_allowed`
 */
export function requireOwnPage(context: Context, publicUrl: string): void {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return;
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const isOwn =
    context.req.header('x-bellhop') === 'dashboard' &&
    (site === undefined || site === 'same-origin') &&
    origin !== undefined &&
    isOurs(origin, context.req.header('host') ?? '', publicUrl);
  if (isOwn) return;
  throw new AppError('not_allowed', {
    publicMessage: 'This call does not come from the dashboard of this Bellhop. Programs use an API key.',
  });
}

/** The address that was announced, or the one that the browser asked for: `localhost` and `127.0.0.1` are both fine at home. */
function isOurs(origin: string, host: string, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  // `null`: a page that the browser gave no origin.
  if (!URL.canParse(origin)) return false;
  const { hostname, host: originHost } = new URL(origin);
  return originHost === host && LOOPBACK.includes(hostname);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
