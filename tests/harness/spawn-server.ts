import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { callApi } from './call-api.ts';
import { endProcess } from './end-process.ts';

/** A server process that a test may kill. */
export interface SpawnedServer {
  url: string;
  port: number;
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Resolves when it is gone, whoever ended it. */
  ended: Promise<void>;
  /** As the kernel does it when memory runs out: no chance to say goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product in a process of its own. @throws when it ends before it listens */
export async function spawnServer(
  databaseUrl: string,
  port = 0,
  settings: Record<string, string> = {},
): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server-process.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), NODE_OPTIONS: '', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const address = await firstLine(child);
  const { url, port: actual } = JSON.parse(address) as { url: string; port: number };
  return {
    url,
    port: actual,
    ended,
    api: (method, path, body) => callApi(url, method, path, body),
    kill: () => endProcess(child, 'SIGKILL'),
    stop: () => endProcess(child, 'SIGTERM'),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  const lines = createInterface({ input: child.stdout });
  const line = once(lines, 'line').then(([text]) => String(text));
  const death = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the server ended before it listened: ${code ?? signal}`);
  });
  return Promise.race([line, death]);
}
