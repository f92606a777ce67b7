import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ApiRequest } from '../demo/api.ts';
import { seedSampleAgent } from '../demo/seed-sample-agent.ts';
import { startCalendly } from '../demo/start-calendly.ts';
import type { Action } from '../src/contract/action.ts';
import type { Connection } from '../src/contract/connections/connection.ts';
import { Harness } from './harness/harness.ts';

/** The sample agent and its Calendly, which is another one at every start. */
type Running = Awaited<ReturnType<typeof startCalendly>>;
const places: Record<string, Record<string, string>> = {};
let house: Harness;
let first: Running;
let second: Running;

beforeEach(async () => {
  [first, second] = await Promise.all([startCalendly(), startCalendly()]);
  house = await Harness.start({
    egressAllow: `${first.standIn.host},${second.standIn.host}`,
    connectionAddresses: places,
  });
});
afterEach(async () => {
  await house.close();
  await Promise.all([first.standIn.close(), second.standIn.close()]);
});

const request: ApiRequest = (method, path, body) => house.api(method, `/api/v1${path}`, body);

async function start({ standIn: { url }, sample: calendly }: Running) {
  places['calendly-sandbox'] = { api: url, auth: url };
  const shop = { shopUrl: 'http://127.0.0.1:9/', apiKey: 'the-key-of-the-shop', calendly };
  const { agentId } = await seedSampleAgent(request, shop);
  const list = async <Item>(path: string) =>
    ((await request('GET', `${path}?limit=100`)).body as { items: Item[] }).items;
  const actions = await list<Action>(`/agents/${agentId}/actions`);
  return {
    connections: await list<Connection>('/connections'),
    actions: actions.filter(({ kind }) => kind === 'calendly'),
    kinds: new Set(actions.map(({ kind }) => kind)),
  };
}

it('are connected, and stay so at the next start', async () => {
  const made = await start(first);
  expect(made.kinds.size).toBe(6);
  expect(made.connections).toMatchObject([{ kind: 'calendly', state: 'connected', problem: null }]);
  expect(made.actions).toMatchObject([
    { settings: { connectionId: made.connections[0]?.id, schedulingUrl: first.sample.schedulingUrl } },
  ]);
  await request('PATCH', `/actions/${made.actions[0]?.id}`, {
    settings: { ...(made.actions[0]?.settings as object), inChat: true },
  });
  const next = await start(second);
  expect(next.connections).toMatchObject([{ id: made.connections[0]?.id, state: 'connected' }]);
  expect(next.actions).toMatchObject([
    { id: made.actions[0]?.id, settings: { schedulingUrl: second.sample.schedulingUrl, inChat: true } },
  ]);
});

it('do not come back once their owner took them away', async () => {
  const { actions, connections } = await start(first);
  await request('DELETE', `/actions/${actions[0]?.id}`);
  await house.pool.query('delete from actions where id = $1', [actions[0]?.id]);
  expect((await start(second)).actions).toEqual([]);
  await request('DELETE', `/connections/${connections[0]?.id}`);
  expect((await start(second)).connections).toEqual([]);
});

it('lead nowhere, and not to the real Calendly, where there is no sample shop', async () => {
  delete places['calendly-sandbox'];
  const { body } = await house.api<Connection>('POST', '/api/v1/connections', {
    ...{ kind: 'calendly', settings: { auth: 'token', sandbox: true } },
    credentials: { token: first.sample.token },
  });
  expect(body.state).toBe('failing');
  const answer = await request('PATCH', `/connections/${body.id}`, { settings: { auth: 'token' } });
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { details: [{ path: 'credentials' }] } },
  });
});
