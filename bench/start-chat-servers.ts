import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startBenchServer } from './start-bench-server.ts';
import { makeDataDir, startBuilt } from './start-built.ts';
import { bellhopTarget, QUESTION, type Target } from './targets.mjs';

const API_KEY = 'bench-key-of-this-run-only';

export interface ChatServers {
  /** The model itself, the floor and Bellhop, each asked for the same turn. */
  targets: { direct: Target; floor: Target; bellhop: Target };
  pids: { floor: number; bellhop: number; postgres: number };
  stop(): Promise<void>;
}

/** Starts the model, the API, the floor and the built product, each a process of its own, and opens the sessions. */
export async function startChatServers({ hasTool }: { hasTool: boolean }): Promise<ChatServers> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.reverse()) await end();
  };
  try {
    const [model, api] = await Promise.all([
      startBenchServer('fake-model.ts'),
      startBenchServer('echo-api.ts'),
    ]);
    stops.push(model.stop, api.stop);
    const floor = await startBenchServer('floor-server.ts', [model.url, api.url]);
    stops.push(floor.stop);
    const dataDir = await makeDataDir();
    stops.push(() => rm(dataDir, { recursive: true, force: true }));
    const product = await startBuilt({
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
      BELLHOP_API_KEY: API_KEY,
      EGRESS_ALLOW: [model, api].map(({ url }) => new URL(url).host).join(','),
    });
    stops.push(product.stop);

    const name = hasTool ? 'fake-tool' : 'fake';
    const agentId = await createAgent(product.url, { model: name, baseUrl: `${model.url}/v1` });
    if (hasTool) await createAction(product.url, agentId, api.url);
    const question = { role: 'user', content: QUESTION };
    return {
      targets: {
        direct: askTarget(model.url, '/v1/chat/completions', { model: 'fake', messages: [question] }),
        floor: askTarget(floor.url, '/chat', { model: name, text: QUESTION }),
        bellhop: await bellhopTarget({ origin: product.url, agentId }),
      },
      pids: { floor: floor.pid, bellhop: product.pid, postgres: readPostmaster(dataDir) },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function askTarget(origin: string, path: string, body: object): Target {
  const text = JSON.stringify({ stream: true, ...body });
  return { origin, request: () => ({ path, body: text }) };
}

function createAgent(url: string, model: { model: string; baseUrl: string }): Promise<string> {
  return post(`${url}/api/v1/agents`, {
    name: 'Bench',
    instructions: 'You are a helpful support agent.',
    model: { provider: 'openai-compatible', ...model },
  });
}

async function createAction(url: string, agentId: string, apiUrl: string): Promise<void> {
  await post(`${url}/api/v1/agents/${agentId}/actions`, {
    kind: 'http',
    name: 'Order status',
    guidance: { whenToUse: 'The visitor asks where an order is.' },
    settings: {
      inputs: [{ name: 'order', type: 'string', description: 'Order number', required: true }],
      request: { method: 'GET', url: `${apiUrl}/orders`, query: [{ name: 'order', value: '{{order}}' }] },
      response: { fields: [{ path: '$.order.status', name: 'status' }] },
    },
  });
}

/** @returns the id of what was made */
async function post(url: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

function readPostmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
