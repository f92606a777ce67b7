import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiRequest, seedSampleAgent } from '../demo/seed-sample-agent.ts';
import { type DemoShop, startDemoShop } from '../demo/shop-server.ts';
import { findKind } from '../src/actions/index.ts';
import { newActionSchema } from '../src/contract/action.ts';
import { agentChangeSchema, newAgentSchema } from '../src/contract/agent.ts';
import { newKnowledgeSourceSchema } from '../src/contract/knowledge.ts';

const directory = fileURLToPath(new URL('../demo/shop', import.meta.url));
const widgetOrigin = 'http://127.0.0.1:3210';
const log = { error: vi.fn() };

describe('the sample shop', () => {
  let shop: DemoShop;
  beforeEach(async () => {
    shop = await startDemoShop({
      port: 0,
      widgetOrigin,
      directory,
      log,
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
    const options = { widgetOrigin, directory, log, prepareAgent: async () => 'agent' };
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

describe('the sample agent', () => {
  it('is made through the API, of parts that the contract accepts', async () => {
    const { made, agentId } = await seed();
    expect(agentId).toBe('agent-1');
    expect(made.actions.map(({ kind }) => kind)).toEqual(['button', 'lead-form', 'stop-auto-reply']);
    expect(made.sources.flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(20);
    expect(made.agents).toMatchObject([{ allowedOrigins: ['http://127.0.0.1:9'] }]);
  });

  it('is made once, and keeps what its owner made of it', async () => {
    const api = fakeApi();
    await seedSampleAgent(api.request, 'http://127.0.0.1:9/');
    const [agent] = api.made.agents;
    Object.assign(agent ?? {}, { greeting: 'Mine', allowedOrigins: ['https://mine.example'] });
    api.made.actions.length = 0;
    await seedSampleAgent(api.request, 'http://127.0.0.1:9/');
    expect(api.made.agents).toMatchObject([
      { greeting: 'Mine', allowedOrigins: ['https://mine.example', 'http://127.0.0.1:9'] },
    ]);
    expect(api.made.actions).toEqual([]);
  });

  it('is completed, without doubles, wherever a start was interrupted', async () => {
    const whole = fakeApi();
    await seedSampleAgent(whole.request, 'http://127.0.0.1:9/');
    for (let allowed = 0; allowed < whole.calls; allowed += 1) {
      const api = fakeApi({ failAfter: allowed });
      await expect(seedSampleAgent(api.request, 'http://127.0.0.1:9/')).rejects.toThrow('answered 503');
      api.heal();
      await seedSampleAgent(api.request, 'http://127.0.0.1:9/');
      expect(api.made).toEqual(whole.made);
    }
  });
});

async function seed() {
  const api = fakeApi();
  const { agentId } = await seedSampleAgent(api.request, 'http://127.0.0.1:9/');
  return { made: api.made, agentId };
}

/** The API as far as the seed uses it, with the real schemas. Ids differ from the real ones only in their looks. */
function fakeApi({ failAfter = Number.POSITIVE_INFINITY } = {}) {
  let limit = failAfter;
  const made = {
    agents: [] as { id: string; allowedOrigins: string[] }[],
    actions: [] as { kind: string; name: string }[],
    sources: [] as { agentId: string; title: string; items: unknown[] }[],
  };
  const api = {
    made,
    calls: 0,
    heal: () => {
      limit = Number.POSITIVE_INFINITY;
    },
    request: (async (method, path, body) => {
      if (api.calls >= limit) return { status: 503, body: { error: { code: 'unavailable' } } };
      api.calls += 1;
      return { status: 200, body: answer(method, path.split('?')[0] ?? '', body) };
    }) satisfies ApiRequest,
  };
  function answer(method: string, path: string, body: unknown): unknown {
    const list = path === '/agents' ? made.agents : path.endsWith('/actions') ? made.actions : made.sources;
    if (method === 'GET') return { items: list, nextCursor: null };
    if (method === 'PATCH') return Object.assign(made.agents[0] ?? {}, agentChangeSchema.parse(body));
    if (path === '/agents') return addTo(made.agents, { id: 'agent-1', ...newAgentSchema.parse(body) });
    if (path === '/agents/agent-1/actions') return addTo(made.actions, parseAction(body));
    return addTo(made.sources, newKnowledgeSourceSchema.parse(body));
  }
  return api;
}

function parseAction(body: unknown) {
  const action = newActionSchema.parse(body);
  return { ...action, settings: findKind(action.kind)?.settings.parse(action.settings) };
}

function addTo<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}
