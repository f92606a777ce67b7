import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverCommand, serverEnvironment } from '../scripts/server-command.mjs';

const checkout = join(import.meta.dirname, '..');

export interface Built {
  url: string;
  shopUrl: string;
  /** The sample agent, as the shop's page names it. */
  agentId: string;
  pid: number;
  /** From the start of the process until it says that it is ready. */
  readyMs: number;
  stop(): Promise<void>;
}

/** A new data folder that PostgreSQL's own user can reach, too. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellhop-bench-'));
  await chmod(folder, 0o711);
  return folder;
}

/** Starts `dist/server.mjs`, as `npm start` does, and waits until it is ready. */
export async function startBuilt(settings: Record<string, string>): Promise<Built> {
  const started = performance.now();
  const child = spawn(process.execPath, serverCommand, {
    cwd: checkout,
    env: {
      ...process.env,
      ...serverEnvironment,
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [url, shopUrl] = ['', ''];
  for await (const line of createInterface({ input: child.stdout })) {
    shopUrl = /Sample shop with the widget +(\S+)/.exec(line)?.[1] ?? shopUrl;
    url = /API reference +(\S+)\/api\/docs/.exec(line)?.[1] ?? url;
    if (url) break;
  }
  const readyMs = Math.round(performance.now() - started);
  child.stdout.resume();
  const page = await (await fetch(shopUrl)).text();
  return {
    url,
    shopUrl,
    agentId: /widget\.js\?agent=([\w-]+)/.exec(page)?.[1] ?? '',
    pid: child.pid as number,
    readyMs,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
