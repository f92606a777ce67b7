import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { dashboardPages } from '../src/server/dashboard-pages/dashboard-pages.ts';
import { buildGallery } from './build-gallery.mjs';
import { chatNames, galleryChats } from './gallery-chats.mjs';

/**
 * Serves `/_gallery`: a program of its own, so that no server of a customer has it. The documents and their policy are made as those of
 * the dashboard are.
 * @param {{ port: number, stampOf?: () => string }} options `stampOf`: another one when it has to be built anew
 */
export async function startGallery({ port, stampOf = () => '' }) {
  const directory = await mkdtemp(join(tmpdir(), 'bellhop-gallery-'));
  let stamp;
  let pages = new Hono();
  let work = Promise.resolve();
  const refresh = () => {
    work = work.then(async () => {
      const now = stampOf();
      if (now === stamp) return;
      await buildGallery({ outdir: directory });
      pages = dashboardPages(directory);
      stamp = now;
    });
    return work;
  };
  const app = new Hono();
  app.get('/_gallery/chats.json', (context) => context.json({ chats: chatNames }));
  app.get('/_gallery/*', async ({ req }) => {
    await refresh();
    const response = await pages.request('/');
    if (req.query('framed') === undefined) return response;
    // Its own list shows it in a frame, to give it another width.
    const policy = response.headers.get('content-security-policy') ?? '';
    response.headers.set(
      'content-security-policy',
      policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    );
    return response;
  });
  app.get('/dashboard/assets/*', ({ req }) => pages.fetch(req.raw));
  app.route('/', galleryChats());
  const server = createServer(getRequestListener(app.fetch));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/_gallery`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
