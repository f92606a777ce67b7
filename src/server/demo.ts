import { join } from 'node:path';
import type { ApiRequest } from '../../demo/api.ts';
import { seedSampleAgent } from '../../demo/seed-sample-agent.ts';
import { type DemoShop, startDemoShop } from '../../demo/shop-server.ts';
import type { App } from './app-options.ts';
import { newToken } from './platform/ids.ts';
import type { Log } from './platform/log.ts';

interface DemoOptions {
  app: App;
  /** The shop's order API is on loopback, where nothing else may be called. */
  allowOutgoing(host: string): void;
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
  const { app, allowOutgoing, host, port, publicUrl, log, checkout } = options;
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) return null;
  const request: ApiRequest = async (method, path, body) => {
    const response = await app.http.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${app.ownKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: response.status === 204 ? null : await response.json() };
  };
  const apiKey = newToken();
  const shop = {
    widgetOrigin: new URL(publicUrl).origin,
    directory: join(checkout, 'demo', 'shop'),
    apiKey,
    prepareAgent: async (shopUrl: string) => {
      allowOutgoing(new URL(shopUrl).host);
      return (await seedSampleAgent(request, { shopUrl, apiKey })).agentId;
    },
    log,
  };
  try {
    return await startDemoShop({ ...shop, port: port < 65_535 ? port + 1 : 0 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startDemoShop({ ...shop, port: 0 });
  }
}
