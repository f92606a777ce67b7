/**
 * Memory of the server process: idle, and with idle visitors who follow their conversations.
 *
 *   node bench/server-memory.ts [visitors]      (default 4000)
 *
 * Starts the built product on a data folder of its own, measures its resident memory from /proc, and stops it.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDataDir, startBuilt } from './start-built.ts';

const visitors = Number(process.argv[2] ?? 4_000);
const AT_ONCE = 25;
const SETTLE_MS = 10_000;

const dataDir = await makeDataDir();
const product = await startBuilt({ DATA_DIR: dataDir, RATE_LIMIT: 'off' });
const keepAlive = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

try {
  await pause(SETTLE_MS);
  const idle = residentMiB(product.pid);
  await followAll(Math.min(50, visitors));
  await pause(3_000);
  // The first sessions warm code and pools up; what a visitor costs is what the next ones add.
  const warm = residentMiB(product.pid);
  await followAll(visitors);
  await pause(SETTLE_MS);
  const full = residentMiB(product.pid);
  console.log(`ready after            ${product.readyMs} ms`);
  console.log(`idle                   ${idle.toFixed(1)} MiB`);
  console.log(`with 50 visitors       ${warm.toFixed(1)} MiB`);
  console.log(`with ${visitors + 50} visitors     ${full.toFixed(1)} MiB`);
  console.log(`per idle visitor       ${(((full - warm) * 1024) / visitors).toFixed(1)} kB`);
} finally {
  keepAlive.destroy();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function followAll(count: number): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await follow();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function follow(): Promise<void> {
  const session = await post('/widget/v1/sessions', { agentId: product.agentId });
  await new Promise<void>((resolve, reject) => {
    const stream = request(`${product.url}/widget/v1/events?after=0`, {
      agent: false,
      headers: { authorization: `Bearer ${session.token}`, accept: 'text/event-stream' },
    });
    stream.once('response', (response) => {
      response.resume();
      resolve();
    });
    stream.once('error', reject);
    stream.end();
  });
}

function post(path: string, body: unknown): Promise<{ token: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${product.url}${path}`, {
      method: 'POST',
      agent: keepAlive,
      headers: { 'content-type': 'application/json' },
    });
    call.once('error', reject);
    call.once('response', async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      if (response.statusCode !== 200) reject(new Error(Buffer.concat(chunks).toString()));
      else resolve(JSON.parse(Buffer.concat(chunks).toString()));
    });
    call.end(JSON.stringify(body));
  });
}

function residentMiB(pid: number): number {
  const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kB) / 1024;
}
