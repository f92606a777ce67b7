import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { dashboardHeaders } from './dashboard-headers.ts';

/** What `scripts/build-dashboard.mjs` left a place for. */
const NONCE = /__NONCE__/g;
/** Addresses of which the dashboard has none: what is not found there is not a page of it. */
const OTHERS = /^\/(?:api|widget|widget\.js|c|demo|health|metrics|files|dashboard|_gallery)(?:\/|$)/;

/** The dashboard's files, and its document for every address that is a page of it. The last of all routes. */
export function dashboardPages(directory: string): Hono {
  const document = readDocument(directory);
  const app = new Hono();
  app.get(
    '/dashboard/assets/*',
    serveStatic({
      root: directory,
      rewriteRequestPath: (path) => path.replace('/dashboard', ''),
      precompressed: true,
      onFound: (_path, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('*', async (context, next) => {
    if (OTHERS.test(context.req.path)) return next();
    const nonce = randomBytes(18).toString('base64url');
    return context.html(document.replace(NONCE, nonce), 200, dashboardHeaders(nonce));
  });
  return app;
}

/** @throws Error when the dashboard was not built */
function readDocument(directory: string): string {
  try {
    return readFileSync(join(directory, 'index.html'), 'utf8');
  } catch (cause) {
    throw new Error(`The dashboard is not built: ${directory} has no index.html. Run npm run build.`, {
      cause,
    });
  }
}
