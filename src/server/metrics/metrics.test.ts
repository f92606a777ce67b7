import { OpenAPIHono } from '@hono/zod-openapi';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { plainVault } from '../../../tests/harness/plain-vault.ts';
import { scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { createLog } from '../platform/log.ts';
import { metricsRoute } from './metrics-route.ts';

let house: Harness;
beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]) });
});
afterAll(() => house.close());

const log = createLog('silent');

async function read(
  pool: pg.Pool,
): Promise<{ type: string | null; text: string; values: Map<string, number> }> {
  const http = new OpenAPIHono();
  const actor = { workspaceId: 'workspace', name: 'An operator', permissions: new Set<never>() };
  metricsRoute({ pool, log, countStreams: () => 3 }).mount(http, {
    authenticators: {
      public: async () => null,
      visitor: () => expect.unreachable('it is not for visitors'),
      workspace: async () => actor,
      person: async () => Promise.reject(new Error('nobody')),
    },
    idempotency: { accesses: [], pool, vault: plainVault, scopeOf: () => null, onError: () => {} },
  });
  const response = await http.request('/metrics');
  const text = await response.text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = new Map(
    samples.map((line) => {
      const [, name = '', value] = /^([a-z_\d]+(?:\{[a-z]+="[a-z_]+"\})?) ([\d.e+-]+)$/.exec(line) ?? [];
      if (name === '') throw new Error(`no sample: ${line}`);
      return [name, Number(value)];
    }),
  );
  return { type: response.headers.get('content-type'), text, values };
}

it('the measurements are text that Prometheus reads, each with its type', async () => {
  const { type, text, values } = await read(house.pool);
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(text.endsWith('\n')).toBe(true);
  const described = new Set([...text.matchAll(/^# TYPE (\S+) (?:gauge|counter)$/gm)].map(([, name]) => name));
  for (const name of values.keys()) expect(described).toContain(name.replace(/\{.*/, ''));
  expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(values.get('process_cpu_seconds_total')).toBeGreaterThan(0);
  expect(values.get('bellhop_streams_open')).toBe(3);
  expect(values.get('bellhop_database_up')).toBe(1);
});

it('turns and messages are counted by what became of them, and by who wrote', async () => {
  const visitor = await house.visit((await house.createAgent()).id);
  const { values: before } = await read(house.pool);
  await visitor.ask('hello');
  const { values } = await read(house.pool);
  const rise = (name: string) => (values.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);
  expect(rise('bellhop_turns_ended{state="done"}')).toBe(1);
  expect(rise('bellhop_turns_ended{state="failed"}')).toBe(0);
  expect(rise('bellhop_messages{author="visitor"}')).toBe(1);
  expect(rise('bellhop_messages{author="agent"}')).toBe(1);
  expect(values.get('bellhop_turns_running')).toBe(0);
});

it('what lies further back than the window is not counted', async () => {
  const { values: before } = await read(house.pool);
  const { rows } = await house.pool.query<{ id: string }>(`select id from conversations limit 1`);
  await house.pool.query(
    `insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until)
     select '018f0000-0000-7000-8000-000000000000', workspace_id, id, 0, 'failed', 'nobody', now()
     from conversations where id = $1`,
    [rows[0]?.id],
  );
  const { values } = await read(house.pool);
  expect(values.get('bellhop_turns_ended{state="failed"}')).toBe(
    before.get('bellhop_turns_ended{state="failed"}'),
  );
});

it('without the database the process is measured all the same', async () => {
  const { values } = await read(new pg.Pool({ host: '127.0.0.1', port: 1 }));
  expect(values.get('bellhop_database_up')).toBe(0);
  expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(values.has('bellhop_turns_running')).toBe(false);
});
