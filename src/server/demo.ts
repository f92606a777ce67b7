import { join } from 'node:path';
import { type ApiRequest, seedSampleAgent } from '../../demo/seed-sample-agent.ts';
import { type DemoShop, startDemoShop } from '../../demo/shop-server.ts';
import type { App } from './app.ts';
import type { Log } from './platform/log.ts';

interface DemoOptions {
  app: App;
  host: string;
  /** Where Bellhop listens; the shop tries the port after it. */
  port: number;
  publicUrl: string;
  log: Log;
  /** The folder that holds `demo/`. */
  checkout: string;
}

/**
 * The sample shop on an origin of its own, with an agent made through the API as an owner would.
 * Only while Bellhop itself listens on loopback: nobody else should meet a shop that sells nothing.
 */
export async function startDemo(options: DemoOptions): Promise<DemoShop | null> {
  const { app, host, port, publicUrl, log, checkout } = options;
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) return null;
  const request: ApiRequest = async (method, path, body) => {
    const response = await app.http.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${app.ownKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const shop = {
    widgetOrigin: new URL(publicUrl).origin,
    directory: join(checkout, 'demo', 'shop'),
    prepareAgent: async (shopUrl: string) => (await seedSampleAgent(request, shopUrl)).agentId,
    log,
  };
  try {
    return await startDemoShop({ ...shop, port: port < 65_535 ? port + 1 : 0 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startDemoShop({ ...shop, port: 0 });
  }
}
