import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { newToken } from '../../platform/ids.ts';

const COOKIE = 'bellhop-oauth';
const PATH = '/api/v1/connections/oauth';
const SECONDS = 600;

/** The mark of the browser that begins, where the dashboard does; a program has no browser, and gets none. */
export function markBrowser(context: Context, publicUrl: string): string | undefined {
  if (context.req.header('x-bellhop') !== 'dashboard') return undefined;
  // The same for all that it begins, so that two tabs do not shut each other out.
  const mark = getCookie(context, COOKIE) ?? newToken();
  setCookie(context, COOKIE, mark, {
    ...{ path: PATH, httpOnly: true, sameSite: 'Lax', maxAge: SECONDS },
    secure: publicUrl.startsWith('https:'),
  });
  return mark;
}

/** Undefined: another browser, or one that has begun nothing. */
export function readMark(context: Context): string | undefined {
  return getCookie(context, COOKIE);
}
