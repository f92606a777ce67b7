import { createServer } from 'node:net';

const FIRST = 20_000;
const PER_PROCESS = 20;
const PROCESSES = 500;

let used = 0;

/**
 * A port that a server can be started on again and again, with a free one after it. It lies below those that the system
 * gives to outgoing connections, which could take it while the server is away.
 */
export async function pickPort(): Promise<number> {
  for (;;) {
    const port = FIRST + (process.pid % PROCESSES) * PER_PROCESS + (used % PER_PROCESS);
    used += 2;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
    if (used > PER_PROCESS * 10) throw new Error(`no port from ${port} on is free`);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
