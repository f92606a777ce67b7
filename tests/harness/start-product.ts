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
  /** Where the owner's account is made, as it is printed. */
  setupUrl: string;
  /** The sample shop's page, on another origin. */
  shopUrl: string;
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Ends it, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends it as the kernel would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, built, with its demo shop and no key, on a given database. `settings`: as an operator makes them. */
export async function startProduct(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Product> {
  const environment = { ...settings, DATABASE_URL: databaseUrl };
  let running = await launch(environment, await pickPort());
  const port = Number(new URL(running.url).port);
  return {
    url: running.url,
    setupUrl: running.setupUrl,
    shopUrl: running.shopUrl,
    api: (method, path, body) => callApi(running.url, method, path, body),
    async restart() {
      await endProcess(running.child, 'SIGTERM');
      running = await launch(environment, port);
    },
    kill: () => endProcess(running.child, 'SIGKILL'),
    stop: () => endProcess(running.child, 'SIGTERM'),
  };
}

type Addresses = Pick<Product, 'url' | 'setupUrl' | 'shopUrl'>;

async function launch(environment: Record<string, string>, port: number) {
  const child = spawn(process.execPath, serverCommand, {
    cwd: checkout,
    env: {
      ...process.env,
      PORT: String(port),
      BELLHOP_API_KEY: API_KEY,
      RATE_LIMIT: 'off',
      // Or it would make one, and keep it in the checkout.
      BELLHOP_SECRET: Buffer.alloc(32, 1).toString('base64'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, ...(await readAddresses(child)) };
}

/** Reads the addresses where a person reads them: in what the start prints. */
async function readAddresses(child: ChildProcess): Promise<Addresses> {
  if (!child.stdout) throw new Error('the product has no output');
  const said: string[] = [];
  const death = once(child, 'exit').then(([code]) => {
    throw new Error(`the product ended with ${code}: ${said.join('\n')}`);
  });
  const addresses = (async () => {
    let setupUrl = '';
    let shopUrl = '';
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      said.push(line);
      setupUrl = /Make the owner’s account +(\S+)/.exec(line)?.[1] ?? setupUrl;
      shopUrl = /Sample shop with the widget +(\S+)/.exec(line)?.[1] ?? shopUrl;
      const docs = /API reference +(\S+)\/api\/docs/.exec(line)?.[1];
      if (docs) return { url: docs, setupUrl, shopUrl };
    }
    return death;
  })();
  const found = await Promise.race([addresses, death]);
  child.stdout.resume();
  return found;
}
