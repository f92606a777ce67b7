import type { Context } from 'hono';

export function sendCookies(context: Context, cookies: string[]): void {
  for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true });
}
