import { join } from 'node:path';
import type { ApiRequest } from '../../demo/api.ts';
import { seedSampleAgent } from '../../demo/seed-sample-agent.ts';
import { type DemoShop, type DemoShopOptions, startDemoShop } from '../../demo/shop-server.ts';
import { startCalendly } from '../../demo/start-calendly.ts';
import type { App } from './app-options.ts';
import { newToken } from './platform/ids.ts';
import type { Log } from './platform/log.ts';

interface DemoOptions {
  app: App;
  /** The shop's order API is on loopback, where nothing else may be called. */
  allowOutgoing(host: string): void;
  /** Its Calendly has a place of its own: whoever tries Bellhop may connect the real one. */
  nameAddresses(place: string, addresses: Record<string, string>): void;
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
  const { app, allowOutgoing, nameAddresses, host, port, publicUrl, log, checkout } = options;
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
  const { standIn, sample: calendly } = await startCalendly();
  allowOutgoing(standIn.host);
  nameAddresses('calendly-sandbox', { api: standIn.url, auth: standIn.url });
  const shop = {
    widgetOrigin: new URL(publicUrl).origin,
    directory: join(checkout, 'demo', 'shop'),
    apiKey,
    prepareAgent: async (shopUrl: string) => {
      allowOutgoing(new URL(shopUrl).host);
      return (await seedSampleAgent(request, { shopUrl, apiKey, calendly })).agentId;
    },
    log,
  };
  try {
    const { close, ...started } = await startAtNextPort(shop, port);
    return {
      ...started,
      async close() {
        await Promise.all([close(), standIn.close()]);
      },
    };
  } catch (error) {
    await standIn.close();
    throw error;
  }
}

async function startAtNextPort(shop: Omit<DemoShopOptions, 'port'>, port: number): Promise<DemoShop> {
  try {
    return await startDemoShop({ ...shop, port: port < 65_535 ? port + 1 : 0 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startDemoShop({ ...shop, port: 0 });
  }
}
