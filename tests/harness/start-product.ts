import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { serverCommand } from '../../scripts/server-command.mjs';
import { API_KEY } from './api-key.ts';
import { callApi } from './call-api.ts';
import { checkout } from './checkout.ts';
import { endProcess } from './end-process.ts';
import { pickPort } from './pick-port.ts';

export interface Product {
  /** Where Bellhop answers. */
  url: string;
  /** The sample shop's page, on another origin. */
  shopUrl: string;
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Ends it, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends it as the kernel would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, built, with its demo shop and no key, on a given database. */
export async function startProduct(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Product> {
  let running = await launch(databaseUrl, await pickPort(), settings);
  const port = Number(new URL(running.url).port);
  return {
    url: running.url,
    shopUrl: running.shopUrl,
    api: (method, path, body) => callApi(running.url, method, path, body),
    async restart() {
      await endProcess(running.child, 'SIGTERM');
      running = await launch(databaseUrl, port, settings);
    },
    kill: () => endProcess(running.child, 'SIGKILL'),
    stop: () => endProcess(running.child, 'SIGTERM'),
  };
}

async function launch(databaseUrl: string, port: number, settings: Record<string, string>) {
  const child = spawn(process.execPath, serverCommand, {
    cwd: checkout,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      BELLHOP_API_KEY: API_KEY,
      RATE_LIMIT: 'off',
      // Or it would make one, and keep it in the checkout.
      BELLHOP_SECRET: Buffer.alloc(32, 1).toString('base64'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, shopUrl } = await readAddresses(child);
  return { child, url, shopUrl };
}

/** Reads the addresses where a person reads them: in what the start prints. */
async function readAddresses(child: ChildProcess): Promise<{ url: string; shopUrl: string }> {
  if (!child.stdout) throw new Error('the product has no output');
  const said: string[] = [];
  const death = once(child, 'exit').then(([code]) => {
    throw new Error(`the product ended with ${code}: ${said.join('\n')}`);
  });
  const addresses = (async () => {
    let shopUrl = '';
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      said.push(line);
      shopUrl = /Sample shop with the widget +(\S+)/.exec(line)?.[1] ?? shopUrl;
      const docs = /API reference +(\S+)\/api\/docs/.exec(line)?.[1];
      if (docs) return { url: docs, shopUrl };
    }
    return death;
  })();
  const found = await Promise.race([addresses, death]);
  child.stdout.resume();
  return found;
}
