import type { MiddlewareHandler } from 'hono';

/** What every answer carries, unless the route says something stricter for itself. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    const set = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value);
    };
    set('X-Content-Type-Options', 'nosniff');
    set('Referrer-Policy', 'strict-origin-when-cross-origin');
    set('Cache-Control', 'no-store');
    set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  };
}
