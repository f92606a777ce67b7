import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY } from '../harness/api-key.ts';
import { Harness } from '../harness/harness.ts';
import { scriptedModel } from '../harness/scripted-model.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';

let house: Harness;
let mine: { agentId: string; actionId: string; visitor: VisitorClient; entryId: string };
let stranger: VisitorClient;

beforeAll(async () => {
  const model = scriptedModel(({ prompt }) => (prompt.at(-1)?.role === 'tool' ? [] : [{ call: 'prices' }]));
  house = await Harness.start({ model });
  const agent = await house.createAgent();
  const action = await house.createAction(agent.id, {
    kind: 'button',
    name: 'Prices',
    settings: { text: 'Prices', url: 'https://shop.example/' },
  });
  const visitor = await house.visit(agent.id);
  await visitor.ask('prices');
  const card = (await visitor.list()).find((entry) => entry.card);
  mine = { agentId: agent.id, actionId: action.id, visitor, entryId: card?.id ?? '' };
  stranger = await house.visit(agent.id);
});
afterAll(() => house.close());

/** A call that would succeed, were the caller allowed to make it. */
function pathOf(path: string): string {
  return path
    .replace('/agents/{id}', `/agents/${mine.agentId}`)
    .replace('/actions/{id}', `/actions/${mine.actionId}`)
    .replace('/conversations/{id}', `/conversations/${mine.visitor.session.conversationId}`)
    .replace('{entryId}', mine.entryId)
    .replace('{id}', 'a-lead');
}

const credentials = (): Record<string, string | undefined> => ({
  nobody: undefined,
  'a made-up token': 'Bearer nothing-that-exists',
  'a visitor': `Bearer ${mine.visitor.session.token}`,
  'an API key': `Bearer ${API_KEY}`,
});

const ALLOWED: Record<string, string[]> = {
  public: ['nobody', 'a made-up token', 'a visitor', 'an API key'],
  visitor: ['a visitor'],
  workspace: ['an API key'],
};

describe('every route × every caller', () => {
  it('lets nobody in who is not named, and says 401 and nothing else', async () => {
    const wrong: string[] = [];
    for (const { spec } of house.app.endpoints) {
      for (const [caller, authorization] of Object.entries(credentials())) {
        if (ALLOWED[spec.access]?.includes(caller)) continue;
        const response = await fetch(`${house.url}${pathOf(spec.path)}`, {
          method: spec.method.toUpperCase(),
          headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
          ...(spec.method === 'get' ? {} : { body: '{}' }),
        });
        const body = await response.text();
        if (response.status !== 401 || body.length > 200)
          wrong.push(`${caller}: ${spec.method} ${spec.path}: ${response.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(house.app.endpoints.length).toBeGreaterThan(15);
  });

  it('lets those in who are named', async () => {
    const refused: string[] = [];
    for (const { spec } of house.app.endpoints) {
      if (spec.method !== 'get') continue;
      for (const caller of ALLOWED[spec.access] ?? []) {
        const authorization = credentials()[caller];
        const response = await fetch(`${house.url}${pathOf(spec.path)}?limit=1`, {
          headers: { accept: 'application/json', ...(authorization ? { authorization } : {}) },
        });
        await response.body?.cancel();
        if ([401, 403].includes(response.status)) refused.push(`${caller}: ${spec.path}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it('has no route besides the declared ones and the public pages', () => {
    const declared = new Set(
      house.app.endpoints.map(
        ({ spec }) => `${spec.method.toUpperCase()} ${spec.path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const pages =
      /^(GET|HEAD) \/(health\/(live|ready)|api\/(openapi\.json|docs(\/:file)?)|widget\.js|widget\/(frame|assets)\/.*|c\/.*)$/;
    const unknown = house.app.http.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !declared.has(route) && !pages.test(route));
    expect(unknown).toEqual([]);
  });
});

describe("somebody else's conversation", () => {
  it('cannot be read, written or acted on by another visitor', async () => {
    expect(await stranger.list()).toEqual([]);
    expect((await stranger.useCard(mine.entryId, 'open')).status).toBe(404);
    const before = (await mine.visitor.list()).length;
    await stranger.send('not yours');
    expect(await mine.visitor.list()).toHaveLength(before);
  });

  it('of another workspace is not found, whatever its id', async () => {
    await house.pool.query(`insert into workspaces (id, name) values ('other', 'Other')`);
    await house.pool.query(`insert into agents (id, workspace_id, name, instructions, greeting, tone, language, model, allowed_origins, widget)
      select 'other-agent', 'other', name, instructions, greeting, tone, language, model, allowed_origins, widget from agents limit 1`);
    await house.pool.query(
      `insert into visitors (id, workspace_id, agent_id) values ('other-visitor', 'other', 'other-agent')`,
    );
    await house.pool.query(
      `insert into conversations (id, workspace_id, agent_id, visitor_id, last_seq) values ('other-talk', 'other', 'other-agent', 'other-visitor', 1)`,
    );
    await house.pool.query(`insert into actions (id, workspace_id, agent_id, kind, name, enabled, guidance, settings)
      values ('other-action', 'other', 'other-agent', 'button', 'x', true, '{}', '{}')`);
    await house.pool.query(`insert into connections (id, workspace_id, kind, name, state)
      values ('other-connection', 'other', 'calendly', 'x', 'connected')`);
    const calls: [string, string, unknown?][] = [
      ['GET', '/connections/other-connection'],
      ['PATCH', '/connections/other-connection', { name: 'mine now' }],
      ['DELETE', '/connections/other-connection'],
      ['POST', '/connections/other-connection/test'],
      ['GET', '/connections/other-connection/event-types'],
      ['POST', '/connections/oauth/start', { connectionId: 'other-connection' }],
      ['GET', '/agents/other-agent'],
      ['PATCH', '/agents/other-agent', { name: 'mine now' }],
      ['DELETE', '/agents/other-agent'],
      ['GET', '/agents/other-agent/actions'],
      [
        'POST',
        '/agents/other-agent/actions',
        { kind: 'button', name: 'x', settings: { text: 'x', url: 'https://x.example' } },
      ],
      ['POST', '/agents/other-agent/decide', { messages: [{ author: 'visitor', text: 'hi' }] }],
      ['GET', '/actions/other-action'],
      ['PATCH', '/actions/other-action', { enabled: false }],
      ['DELETE', '/actions/other-action'],
      ['GET', '/conversations/other-talk'],
      ['GET', '/conversations/other-talk/entries'],
      ['POST', '/conversations/other-talk/replies', { clientId: 'x', text: 'hi' }],
      ['PUT', '/conversations/other-talk/auto-reply', { state: 'muted' }],
      ['GET', '/knowledge/search?agentId=other-agent&q=x'],
      [
        'POST',
        '/knowledge/sources',
        { agentId: 'other-agent', type: 'faq', title: 'x', items: [{ question: 'q', answer: 'a' }] },
      ],
    ];
    const found: string[] = [];
    for (const [method, path, body] of calls) {
      const { status } = await house.api(method, `/api/v1${path}`, body);
      if (status !== 404) found.push(`${method} ${path}: ${status}`);
    }
    expect(found).toEqual([]);
    const { body } = await house.api<{ items: { id: string }[] }>('GET', '/api/v1/conversations');
    expect(body.items.map(({ id }) => id)).not.toContain('other-talk');
  });
});
