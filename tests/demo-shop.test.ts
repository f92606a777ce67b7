import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiRequest } from '../demo/api.ts';
import { UNFINISHED } from '../demo/find-sample-agent.ts';
import { seedSampleAgent } from '../demo/seed-sample-agent.ts';
import { type DemoShop, startDemoShop } from '../demo/shop-server.ts';
import { findKind } from '../src/actions/index.ts';
import { actionChangeSchema, newActionSchema } from '../src/contract/action.ts';
import { agentChangeSchema, newAgentSchema } from '../src/contract/agent.ts';
import { newKnowledgeSourceSchema } from '../src/contract/knowledge.ts';
import { Harness } from './harness/harness.ts';

const directory = fileURLToPath(new URL('../demo/shop', import.meta.url));
const widgetOrigin = 'http://127.0.0.1:3210';
const log = { error: vi.fn() };
const apiKey = 'the-key-of-the-shop';

describe('the sample shop', () => {
  let shop: DemoShop;
  beforeEach(async () => {
    shop = await startDemoShop({
      port: 0,
      widgetOrigin,
      directory,
      log,
      apiKey,
      prepareAgent: async () => 'agent"1',
    });
  });
  afterEach(() => shop.close());

  it('carries the tag of the agent, under a policy that allows the widget and nothing else', async () => {
    const response = await fetch(shop.url);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`script-src ${widgetOrigin};`);
    expect(policy).toContain(`frame-src ${widgetOrigin};`);
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).toContain(`<script async src="${widgetOrigin}/widget.js?agent=agent&#34;1"></script>`);
    expect(html).not.toMatch(/ style=|<style|<!-- (bellhop|help) -->/);
  });

  it('every link on the page, and every source of an answer, leads to a place on the page', async () => {
    const html = await (await fetch(shop.url)).text();
    const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    const { made } = await seed();
    const answers = [...JSON.stringify(made).matchAll(/"http[^"#]+#([^"]+)"/g)].map((match) => match[1]);
    expect(answers.length).toBeGreaterThan(5);
    for (const anchor of [...links, ...answers]) expect(places).toContain(anchor);
  });

  it.each([
    ['/shop.css', 'GET', 200],
    ['/icon.svg', 'HEAD', 200],
    ['/../package.json', 'GET', 404],
    ['/%2e%2e/shop-server.ts', 'GET', 404],
    ['/nothing', 'GET', 404],
    ['/', 'POST', 405],
  ])('%s %s answers %i', async (path, method, status) => {
    expect((await fetch(new URL(path, shop.url), { method })).status).toBe(status);
  });

  it('does not start when its port is taken, or when there is no agent', async () => {
    const port = Number(new URL(shop.url).port);
    const options = { widgetOrigin, directory, log, apiKey, prepareAgent: async () => 'agent' };
    await expect(startDemoShop({ ...options, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });

    let url = '';
    const withoutAgent = startDemoShop({
      ...options,
      port: 0,
      prepareAgent: async (shopUrl) => {
        url = shopUrl;
        throw new Error('no agent');
      },
    });
    await expect(withoutAgent).rejects.toThrow('no agent');
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the order API of the shop', () => {
  let shop: DemoShop;
  beforeEach(async () => {
    shop = await startDemoShop({
      port: 0,
      widgetOrigin,
      directory,
      log,
      apiKey,
      prepareAgent: async () => 'agent',
    });
  });
  afterEach(() => shop.close());

  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${apiKey}`, ...init.headers };
    const response = await fetch(new URL(path, shop.url), { ...init, headers });
    return {
      status: response.status,
      body: (await response.json()) as { order?: { address: string; status: string } },
    };
  };
  const move = (number: string, body: string, key?: string) =>
    ask(`/api/orders/${number}/address`, {
      method: 'PUT',
      body,
      headers: key ? { 'idempotency-key': key } : {},
    });

  it('knows its orders, and nobody without the key', async () => {
    expect(await ask('/api/orders/1042')).toMatchObject({
      status: 200,
      body: { order: { status: 'packed' } },
    });
    expect((await ask('/api/orders/9999')).status).toBe(404);
    expect((await ask('/api/orders/1042', { headers: { authorization: 'Bearer guess' } })).status).toBe(401);
  });

  it('changes the address of an order that has not left, once for each key', async () => {
    expect(await move('1042', '{"address":"Bryggen 1, Bergen"}', 'key')).toMatchObject({ status: 200 });
    expect((await move('1042', '{"address":"Somewhere else 2"}', 'key')).body.order?.address).toBe(
      'Bryggen 1, Bergen',
    );
    expect((await ask('/api/orders/1042')).body.order?.address).toBe('Bryggen 1, Bergen');
    expect((await move('1043', '{"address":"Bryggen 1, Bergen"}')).status).toBe(409);
    expect((await move('1042', '{"address":""}')).status).toBe(422);
    expect((await move('1042', '{"addr')).status).toBe(400);
  });
});

describe('the sample agent', () => {
  it('is made through the API, of parts that the contract accepts', async () => {
    const { made, agentId } = await seed();
    expect(agentId).toBe('agent-1');
    expect(made.actions.map(({ kind }) => kind)).toEqual([
      'button',
      'lead-form',
      'stop-auto-reply',
      'http',
      'http',
      'cal',
    ]);
    expect(made.secrets).toMatchObject([{ name: 'SHOP_API_KEY', hosts: ['127.0.0.1:9'] }]);
    expect(made.sources.flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(20);
    expect(made.agents).toMatchObject([{ allowedOrigins: ['http://127.0.0.1:9'] }]);
  });

  it('is made once, and keeps what its owner made of it', async () => {
    const api = fakeApi();
    await seedSampleAgent(api.request, shopAt(9));
    Object.assign(api.agent(), { greeting: 'Mine', allowedOrigins: ['https://mine.example'] });
    api.made.actions.length = 0;
    await seedSampleAgent(api.request, shopAt(9));
    expect(api.made.agents).toMatchObject([
      { greeting: 'Mine', allowedOrigins: ['https://mine.example', 'http://127.0.0.1:9'] },
    ]);
    expect(api.made.actions).toEqual([]);
  });

  it.each([
    ['as it was made', () => {}],
    ['without its order actions', ({ made }) => made.actions.splice(3)],
    ['without its actions', ({ made }) => made.actions.splice(0)],
    ['without its actions and knowledge', ({ made }) => [made.actions.splice(0), made.sources.splice(0)]],
    ['for any page', (api) => Object.assign(api.agent(), { allowedOrigins: [] })],
    ['beside a newer copy of it', (api) => api.copyAgent()],
  ] as [string, (api: FakeApi) => unknown][])(
    'is known again under another name: %s',
    async (_case, change) => {
      const api = fakeApi();
      const { agentId } = await seedSampleAgent(api.request, shopAt(9));
      Object.assign(api.agent(), { name: 'Renamed' });
      change(api);
      const before = structuredClone(api.made);
      for (const port of [9, 9, 10])
        expect((await seedSampleAgent(api.request, shopAt(port))).agentId).toBe(agentId);
      const count = ({ agents, actions, sources }: typeof before) => [
        agents.length,
        actions.length,
        sources.length,
      ];
      expect(count(api.made)).toEqual(count(before));
    },
  );

  it('that any page may show stays so, and gets nothing back that its owner took away', async () => {
    const api = fakeApi();
    await seedSampleAgent(api.request, shopAt(9));
    Object.assign(api.agent(), { allowedOrigins: [] });
    api.made.actions.splice(1);
    api.made.sources.splice(2);
    for (const port of [9, 10]) await seedSampleAgent(api.request, shopAt(port));
    expect(api.agent().allowedOrigins).toEqual([]);
    expect([api.made.actions.length, api.made.sources.length]).toEqual([1, 2]);
  });

  it('follows the shop to another port, with everything that leads there', async () => {
    const [moved, fresh] = [fakeApi(), fakeApi()];
    for (const port of [3411, 3431, 34]) await seedSampleAgent(moved.request, shopAt(port));
    await seedSampleAgent(fresh.request, shopAt(34));
    expect(withoutIds(moved.made)).toEqual(withoutIds(fresh.made));
    expect(JSON.stringify(moved.made)).not.toMatch(/34[13]1/);
  });

  it('moves nothing of its owner: neither their words, nor their places, nor their knowledge', async () => {
    const api = fakeApi();
    await seedSampleAgent(api.request, shopAt(3411));
    const [button] = api.made.actions;
    const own = 'http://127.0.0.1:34110/shop and http://127.0.0.1:8080/#winter';
    Object.assign(button?.settings ?? {}, { text: 'Winter sale', note: own });
    api.agent().allowedOrigins.push('http://127.0.0.1:8080', 'https://mine.example');
    const theirs = {
      ...api.made.sources[0],
      id: 'theirs',
      items: [{ question: 'Mine?', answer: 'Yes' }],
      snippets: 1,
    };
    api.made.sources.push(theirs as (typeof api.made.sources)[number]);
    await seedSampleAgent(api.request, shopAt(3431));
    expect(button?.settings).toEqual({
      text: 'Winter sale',
      note: own,
      url: 'http://127.0.0.1:3431/#winter',
    });
    expect(api.agent().allowedOrigins).toEqual([
      'http://127.0.0.1:8080',
      'https://mine.example',
      'http://127.0.0.1:3431',
    ]);
    expect(api.made.sources).toContainEqual(theirs);
  });

  it('is completed, without doubles, wherever a start was interrupted', async () => {
    const whole = fakeApi();
    await seedSampleAgent(whole.request, shopAt(9));
    expect(JSON.stringify(whole.made)).not.toContain(UNFINISHED);
    for (let allowed = 0; allowed < whole.calls; allowed += 1) {
      const api = fakeApi({ failAfter: allowed });
      await expect(seedSampleAgent(api.request, shopAt(9))).rejects.toThrow('answered 503');
      api.heal();
      await seedSampleAgent(api.request, shopAt(9));
      expect(withoutIds(api.made)).toEqual(withoutIds(whole.made));
    }
  });

  it('arrives at the new port, without doubles, wherever the way there was interrupted', async () => {
    const whole = fakeApi();
    await seedSampleAgent(whole.request, shopAt(9));
    const start = whole.calls;
    await seedSampleAgent(whole.request, shopAt(10));
    for (let allowed = start; allowed < whole.calls; allowed += 1) {
      const api = fakeApi({ failAfter: allowed });
      await seedSampleAgent(api.request, shopAt(9));
      await expect(seedSampleAgent(api.request, shopAt(10))).rejects.toThrow('answered 503');
      api.heal();
      // By then the port may be yet another one.
      await seedSampleAgent(api.request, shopAt(allowed % 2 ? 10 : 11));
      if (allowed % 2 === 0) await seedSampleAgent(api.request, shopAt(10));
      expect(withoutIds(api.made)).toEqual(withoutIds(whole.made));
    }
  });
});

describe('the sample agent on the real server', () => {
  let house: Harness;
  beforeEach(async () => {
    house = await Harness.start();
  });
  afterEach(() => house.close());

  it('follows the shop to another port under another name, and is one', async () => {
    const request: ApiRequest = (method, path, body) => house.api(method, `/api/v1${path}`, body);
    const { agentId } = await seedSampleAgent(request, shopAt(3411));
    await request('PATCH', `/agents/${agentId}`, { name: 'Renamed' });
    expect(await seedSampleAgent(request, shopAt(3431))).toEqual({ agentId });
    const all = await Promise.all(
      ['/agents', `/agents/${agentId}/actions`, '/knowledge/sources', '/secrets'].map(
        async (path) => (await request('GET', `${path}?limit=100`)).body as { items: object[] },
      ),
    );
    expect(all.map(({ items }) => items.length)).toEqual([1, 6, 9, 1]);
    expect(all[0]?.items).toMatchObject([{ allowedOrigins: ['http://127.0.0.1:3431'] }]);
    const text = JSON.stringify(all);
    expect(text).not.toContain('127.0.0.1:3411');
    expect(text.match(/127\.0\.0\.1:3431/g)?.length).toBe(15);
  });
});

const shopAt = (port: number) => ({ shopUrl: `http://127.0.0.1:${port}/`, apiKey });

async function seed() {
  const api = fakeApi();
  const { agentId } = await seedSampleAgent(api.request, shopAt(9));
  return { made: api.made, agentId };
}

type FakeApi = ReturnType<typeof fakeApi>;

/** What was made again has another id, and stands elsewhere in the list. */
function withoutIds({ agents, actions, sources, secrets }: FakeApi['made']) {
  const plain = sources.map(({ id: _, ...source }) => source).sort((a, b) => a.title.localeCompare(b.title));
  return { agents, actions, sources: plain, secrets };
}

/** The API as far as the seed uses it, with the real schemas. Ids differ from the real ones only in their looks. */
function fakeApi({ failAfter = Number.POSITIVE_INFINITY } = {}) {
  let limit = failAfter;
  let ids = 0;
  const made = {
    agents: [] as { id: string; name: string; allowedOrigins: string[] }[],
    actions: [] as { id: string; agentId: string; kind: string; name: string; settings: object }[],
    sources: [] as { id: string; agentId: string; title: string; items: unknown[]; snippets: number }[],
    secrets: [] as { name: string; value: string; hosts: string[] }[],
  };
  const api = {
    made,
    calls: 0,
    heal: () => {
      limit = Number.POSITIVE_INFINITY;
    },
    /** The oldest: lists of agents are newest first. */
    agent: () => made.agents.at(-1) as (typeof made.agents)[number],
    copyAgent() {
      made.agents.unshift({ ...api.agent(), id: 'copy' });
      made.actions.push(
        ...made.actions.map((action) => ({ ...action, agentId: 'copy', id: `copy-${action.id}` })),
      );
    },
    request: (async (method, path, body) => {
      if (api.calls >= limit) return { status: 503, body: { error: { code: 'unavailable' } } };
      api.calls += 1;
      return { status: 200, body: answer(method, path.split('?')[0] ?? '', body) };
    }) satisfies ApiRequest,
  };
  function answer(method: string, path: string, body: unknown): unknown {
    const [list = '', id = '', part] = path.replace('/knowledge', '').slice(1).split('/');
    if (method === 'GET') return { items: part ? actionsOf(id) : read(list), nextCursor: null };
    if (method === 'PUT') return putSecret(id, body as object);
    if (method === 'DELETE') return remove(id);
    if (method === 'PATCH' && list === 'actions')
      return change(made.actions, id, actionChangeSchema.parse(body));
    if (method === 'PATCH') return change(made.agents, id, agentChangeSchema.parse(body));
    if (part) return addTo(made.actions, { id: `action-${++ids}`, agentId: id, ...parseAction(body) });
    if (list === 'agents') return addTo(made.agents, { id: 'agent-1', ...newAgentSchema.parse(body) });
    const source = newKnowledgeSourceSchema.parse(body);
    if (source.type !== 'faq') throw new Error('the sample shop has questions and answers only');
    return addTo(made.sources, { id: `source-${++ids}`, ...source, snippets: source.items.length });
  }
  const actionsOf = (agentId: string) => made.actions.filter((action) => action.agentId === agentId);
  function read(list: string): unknown[] {
    if (list !== 'secrets') return list === 'agents' ? made.agents : made.sources;
    const uses = ({ settings }: { settings: object }) =>
      JSON.stringify(settings).includes('{{secrets.SHOP_API_KEY}}');
    return made.secrets.map((secret) => ({ ...secret, usedBy: made.actions.filter(uses) }));
  }
  function putSecret(name: string, body: object): object {
    made.secrets = [{ name, ...(body as { value: string; hosts: string[] }) }];
    return {};
  }
  function remove(id: string): null {
    made.sources = made.sources.filter((source) => source.id !== id);
    return null;
  }
  return api;
}

function change(list: { id: string }[], id: string, values: object): unknown {
  return Object.assign(list.find((item) => item.id === id) ?? {}, values);
}

function parseAction(body: unknown) {
  const action = newActionSchema.parse(body);
  return { ...action, settings: findKind(action.kind)?.settings.parse(action.settings) as object };
}

function addTo<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}
