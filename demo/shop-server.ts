import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { OrderApi } from './order-api.ts';
import { renderShopPage } from './render-shop-page.ts';
import { CalStandIn } from './stand-ins/cal/cal-stand-in.ts';

export interface DemoShopOptions {
  /** 0: any free port. */
  port: number;
  /** Where Bellhop answers, such as `http://127.0.0.1:3210`. */
  widgetOrigin: string;
  /** The folder `demo/shop` of the checkout. */
  directory: string;
  /** What the shop's order API wants as `Authorization: Bearer …`. */
  apiKey: string;
  /** Gets the page's address, gives the id of the agent whose widget the page shows. Requests wait for it. */
  prepareAgent(shopUrl: string): Promise<string>;
  log: { error(details: object, message: string): void };
}

export interface DemoShop {
  /** With a slash at the end. */
  url: string;
  agentId: string;
  close(): Promise<void>;
}

/**
 * Serves the sample shop on loopback: another origin than Bellhop, with a policy as strict as a careful shop's, so
 * that the widget is seen as its visitors get it. Rejects when the port is taken or the agent cannot be prepared.
 */
export async function startDemoShop(options: DemoShopOptions): Promise<DemoShop> {
  const agent = Promise.withResolvers<string>();
  // Its failure reaches the caller below; a page that waits for it answers 500.
  agent.promise.catch(() => {});

  const orders = new OrderApi(options.apiKey);
  const cal = new CalStandIn();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    const answered = cal.isAt(path)
      ? cal.answer(request, response)
      : path.startsWith('/api/')
        ? orders.answer(path, request, response)
        : answer(path, request.method ?? 'GET', response, { ...options, agentId: agent.promise });
    answered.catch((error) => {
      options.log.error({ err: error, path }, 'The sample shop could not answer');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, options.port);

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const agentId = await options.prepareAgent(url);
    agent.resolve(agentId);
    return { url, agentId, close: () => close(server) };
  } catch (error) {
    agent.reject(error);
    await close(server);
    throw error;
  }
}

/** The only paths there are; nothing of a request is ever part of a file name. */
const files: Record<string, { name: string; type: string }> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/shop.css': { name: 'shop.css', type: 'text/css; charset=utf-8' },
  '/icon.svg': { name: 'icon.svg', type: 'image/svg+xml' },
};

async function answer(
  path: string,
  method: string,
  response: ServerResponse,
  shop: { directory: string; widgetOrigin: string; agentId: Promise<string> },
): Promise<void> {
  const file = files[path];
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.');
    return;
  }
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  let body = await readFile(join(shop.directory, file.name), 'utf8');
  if (path === '/') body = renderShopPage(body, `${shop.widgetOrigin}/widget.js?agent=${await shop.agentId}`);
  response.writeHead(200, {
    'content-type': file.type,
    'content-security-policy': contentPolicy(shop.widgetOrigin),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** What a host page has to allow for the widget, and nothing more: no inline style, no inline script. */
function contentPolicy(widgetOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src ${widgetOrigin}`,
    `frame-src ${widgetOrigin}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
