import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Webhook } from '../../src/contract/operation/webhook.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { StubApi } from '../harness/stub-api.ts';
import { waitFor } from '../harness/wait-for.ts';
import { verifyWebhook } from '../harness/webhook-receiver.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/**
 * A process dies with deliveries pending and some on their way. The other one brings all of them to their receiver: none is lost,
 * and no attempt is made twice. One that was on its way comes again as another attempt, under the same event id.
 */
const EVENTS = rounds(60, 1_000);
const ALL_DELIVERED_MS = 60_000;

let database: TestDatabase;
let pool: pg.Pool;
let receiver: StubApi;
let servers: SpawnedServer[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  receiver = await StubApi.start();
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await receiver.close();
  await pool.end();
  await database.drop();
});

async function record(webhook: Webhook, count: number): Promise<void> {
  await pool.query(
    `select record_event(workspace_id, 'message.created', 'event_' || number, null, jsonb_build_object('number', number))
      from webhooks, generate_series(1, $2) as number where id = $1`,
    [webhook.id, count],
  );
}

const statesOf = async () => {
  const { rows } = await pool.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from webhook_deliveries group by state',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

it(`another process brings ${EVENTS} pending deliveries to their receiver`, {
  timeout: ALL_DELIVERED_MS + 60_000,
}, async () => {
  const settings = { EGRESS_ALLOW: receiver.host };
  servers = await Promise.all([
    spawnServer(database.url, 0, settings),
    spawnServer(database.url, 0, settings),
  ]);
  const [dying] = servers as [SpawnedServer, SpawnedServer];
  const webhook = await dying.api<Webhook>('POST', '/api/v1/webhooks', {
    url: `${receiver.url}/hook`,
    events: ['message.created'],
  });
  const { secret } = await dying.api<{ secret: string }>('GET', `/api/v1/webhooks/${webhook.id}/secret`);

  // Whoever sends first does not get an answer: it dies with its requests on their way.
  receiver.answer = () => 'hang';
  await record(webhook, EVENTS);
  await waitFor(() => receiver.requests.length >= 5);
  await dying.kill();
  receiver.answer = () => ({});
  const killedAt = performance.now();

  await waitFor(async () => (await statesOf()).delivered === EVENTS, ALL_DELIVERED_MS);
  const tookMs = performance.now() - killedAt;
  if (process.env.PROVE) console.info(`${EVENTS} deliveries after ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(ALL_DELIVERED_MS);
  expect(await statesOf()).toEqual({ delivered: EVENTS });

  const { rowCount: interrupted } = await pool.query(
    `select from webhook_deliveries where attempts @> '[{"status": null}]'`,
  );
  expect(interrupted).toBeGreaterThan(0);
  const attempts = receiver.requests.map(({ headers }) => headers['bellhop-attempt']);
  expect(new Set(attempts).size).toBe(attempts.length);
  const told = receiver.requests.map((request) => verifyWebhook(secret, request).id);
  expect(new Set(told).size).toBe(EVENTS);
});

it('a process that slept, and was taken for dead, goes on as another one', async () => {
  const [, living] = servers as [SpawnedServer, SpawnedServer];
  await pool.query('delete from engine_processes');
  const [{ id } = { id: '' }] = (await living.api<{ items: Webhook[] }>('GET', '/api/v1/webhooks')).items;
  await waitFor(async () => (await pool.query('select 1 from engine_processes')).rowCount === 1, 20_000);
  const before = receiver.requests.length;
  await living.api('POST', `/api/v1/webhooks/${id}/test`);
  await waitFor(() => receiver.requests.length === before + 1);
});
