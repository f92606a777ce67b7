import { Hono } from 'hono';
import type { Health } from './health.ts';

/** For whoever watches over the process. Live: it runs. Ready: migrations are done and work can be taken. */
export function healthRoutes(health: Health): Hono {
  const app = new Hono();
  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    if (await health.isReady()) return context.json({ status: 'ready' });
    context.header('Retry-After', '1');
    return context.json({ error: { code: 'unavailable', message: 'Not ready to take work.' } }, 503);
  });
  return app;
}
