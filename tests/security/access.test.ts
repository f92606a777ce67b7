import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/server/platform/http/endpoint.ts';
import type { Actors } from '../../src/server/workspace/actors.ts';
import { API_KEY } from '../harness/api-key.ts';
import { Harness } from '../harness/harness.ts';
import { lastWords, scriptedModel } from '../harness/scripted-model.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { matrix, type Things } from './access-matrix.ts';

/** Stands in everything that is mine, and must come back to nobody else. */
const CANARY = 'canary-bird';
const OTHER = { key: 'the-key-of-the-other-workspace', workspaceId: 'other' };

let house: Harness;
let things: Things;
let visitor: VisitorClient;
let stranger: VisitorClient;
let expired: VisitorClient;

beforeAll(async () => {
  const model = scriptedModel(({ prompt, tools = [] }) => {
    const tool = lastWords({ prompt } as Parameters<typeof lastWords>[0]);
    const isOffered = tools.some(({ name }) => name === tool);
    return prompt.at(-1)?.role !== 'tool' && isOffered ? [{ call: tool }] : [{ say: 'Noted.' }];
  });
  house = await Harness.start({ model, otherKey: OTHER, egressAllow: '127.0.0.1:1' });
  await house.pool.query(`insert into workspaces (id, name) values ('other', 'Other')`);
  const { id: agent } = await house.createAgent({ instructions: CANARY });
  const secret = CANARY.replace('-', '_');
  const value = 'the-value-of-the-canary';
  await house.api('PUT', `/api/v1/secrets/${secret}`, { value, hosts: ['127.0.0.1'] });
  const headers = [{ name: 'X', value: `{{secrets.${secret}}}` }];
  const request = { method: 'POST', url: 'http://127.0.0.1:1/', headers };
  const action = await house.createAction(agent, { kind: 'http', name: 'ask', settings: { request } });
  const form = await house.createAction(agent, { kind: 'lead-form', name: 'leave', settings: {} });
  const archived = await house.createAction(agent, { kind: 'lead-form', name: CANARY, settings: {} });
  await house.api('DELETE', `/api/v1/actions/${archived.id}`);
  const connection = await house.api<{ id: string }>('POST', '/api/v1/connections', {
    ...{ kind: 'calendly', name: CANARY, settings: { auth: 'oauth', clientId: 'canary-client' } },
    credentials: { clientSecret: 'the-value-of-the-canary' },
  });
  if (connection.status !== 201) throw new Error(JSON.stringify(connection.body));
  const webhook = await house.api<{ id: string }>('POST', '/api/v1/webhooks', {
    ...{ url: `http://127.0.0.1:1/${CANARY}`, events: ['lead.submitted'] },
  });
  if (webhook.status !== 201) throw new Error(JSON.stringify(webhook.body));
  const identity = await house.api<{ id: string }>('POST', `/api/v1/agents/${agent}/identity-secrets`);
  const source = await house.api<{ id: string }>('POST', '/api/v1/knowledge/sources', {
    ...{ agentId: agent, type: 'faq', title: CANARY },
    items: [{ question: CANARY, answer: CANARY }],
  });
  visitor = await house.visit(agent);
  for (const words of [CANARY, form.name, action.name]) await visitor.ask(words);
  const cards = (await visitor.list()).filter((entry) => entry.card);
  const values = { name: CANARY, email: 'canary@example.com' };
  await visitor.useCard(cards[0]?.id ?? '', 'submit', values);
  const first = async (path: string) =>
    (await house.api<{ items: { id: string }[] }>('GET', path)).body.items[0]?.id ?? '';
  const delivery = await waitFor(async () => {
    const path = `/api/v1/webhooks/${webhook.body.id}/deliveries`;
    return (await house.api<{ items: { id: string }[] }>('GET', path)).body.items[0];
  });
  things = {
    ...{ agent, secret, action: action.id, archived: archived.id, source: source.body.id },
    ...{ webhook: webhook.body.id, delivery: delivery.id, identitySecret: identity.body.id },
    ...{ connection: connection.body.id, conversation: visitor.session.conversationId },
    call: await first('/api/v1/calls'),
    lead: await first('/api/v1/leads'),
    entry: cards[1]?.id ?? '',
  };
  expect(Object.entries(things).filter(([, id]) => !id)).toEqual([]);
  stranger = await house.visit(agent);
  expired = await house.visit(agent);
  await house.pool.query(`update visitor_sessions set expires_at = now() where visitor_id = $1`, [
    expired.session.visitorId,
  ]);
});
afterAll(() => house.close());

const keyOf = (spec: Endpoint<Actors>['spec']) => `${spec.method} ${spec.path}`;

/** The call of the matrix, by whoever has this credential. */
async function tryRoute(spec: Endpoint<Actors>['spec'], credential: string | undefined) {
  const { thing, part, query, body, endsSession } = matrix[keyOf(spec)] ?? { thing: undefined };
  const isVisitor = [visitor, stranger].some(({ session }) => credential === `Bearer ${session.token}`);
  const authorization =
    endsSession && isVisitor ? `Bearer ${(await house.visit(things.agent)).session.token}` : credential;
  const path = spec.path
    .replace(/\{\w+\}/, thing ? things[thing] : 'nothing')
    .replace(/\{\w+\}/, part ? things[part] : 'nothing');
  const response = await fetch(`${house.url}${path}${query ? `?${query(things)}` : ''}`, {
    method: spec.method.toUpperCase(),
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(authorization ? { authorization } : {}),
    },
    ...(spec.method === 'get' ? {} : { body: JSON.stringify(body?.(things) ?? {}) }),
  });
  return { status: response.status, text: await response.text() };
}

/** What of mine stands in an answer. What the caller has named themselves is told to nobody new. */
function findLeaks(spec: Endpoint<Actors>['spec'], text: string): string[] {
  const { thing } = matrix[keyOf(spec)] ?? {};
  const said = thing ? things[thing] : '';
  // The id of an agent stands in the page of every site that has it.
  const known = [said, ...(spec.access === 'public' ? [things.agent] : [])];
  const mine = [CANARY, 'the-value-of-the-canary', ...Object.values(things)];
  return mine.filter((one) => !known.includes(one) && text.includes(one));
}

const everyone = (): Record<string, string | undefined> => ({
  nobody: undefined,
  'a made-up token': 'Bearer nothing-that-exists',
  'a wrong key': `Bearer ${API_KEY}x`,
  'another scheme': `Basic ${Buffer.from(`x:${API_KEY}`).toString('base64')}`,
  'an expired session': `Bearer ${expired.session.token}`,
  'a visitor': `Bearer ${visitor.session.token}`,
  'another visitor': `Bearer ${stranger.session.token}`,
  'the API key': `Bearer ${API_KEY}`,
  'the key of another workspace': `Bearer ${OTHER.key}`,
});

const ALLOWED: Record<string, string[]> = {
  public: ['nobody'],
  visitor: ['a visitor', 'another visitor'],
  workspace: ['the API key', 'the key of another workspace'],
};

describe('every route × every caller', () => {
  it('has each route in the matrix, and nothing else', () => {
    const routes = house.app.endpoints.map(({ spec }) => keyOf(spec));
    expect(routes.toSorted()).toEqual(Object.keys(matrix).toSorted());
  });

  it('lets nobody in who is not named, and says 401 and nothing else', async () => {
    const wrong: string[] = [];
    for (const { spec } of house.app.endpoints) {
      if (spec.access === 'public') continue;
      for (const [caller, authorization] of Object.entries(everyone())) {
        if (ALLOWED[spec.access]?.includes(caller)) continue;
        const { status, text } = await tryRoute(spec, authorization);
        if (status !== 401 || text.length > 200) wrong.push(`${caller}: ${keyOf(spec)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows those who have rights elsewhere nothing of mine, and does not find what they name', async () => {
    const wrong: string[] = [];
    const before = await countMine();
    // What they make of their own comes last: by then, nothing of theirs can be mistaken for mine.
    const isOwn = ({ spec }: Endpoint<Actors>) => Number(matrix[keyOf(spec)]?.stranger === 'own');
    for (const { spec } of house.app.endpoints.toSorted((a, b) => isOwn(a) - isOwn(b))) {
      const callers = {
        workspace: 'the key of another workspace',
        visitor: 'another visitor',
        public: 'nobody',
      };
      const { status, text } = await tryRoute(spec, everyone()[callers[spec.access]]);
      const isRight = matrix[keyOf(spec)]?.stranger === 'not_found' ? status === 404 : isDone(spec, status);
      const leaks = findLeaks(spec, text);
      if (!isRight || leaks.length > 0)
        wrong.push(`${keyOf(spec)}: ${status} ${leaks.join()} ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
    // Nor was anything of mine changed.
    expect(await countMine()).toEqual(before);
  });

  it('lets those in who are named: the matrix holds calls that succeed', async () => {
    const refused: string[] = [];
    const order = (method: string) => ['get', 'put', 'patch', 'post', 'delete'].indexOf(method);
    const routes = house.app.endpoints.map(({ spec }) => spec);
    // Reading first, deleting last, and what lies below a thing before the thing itself.
    routes.sort((a, b) => order(a.method) - order(b.method) || rank(a.path) - rank(b.path));
    for (const spec of routes) {
      const { status, text } = await tryRoute(spec, everyone()[ALLOWED[spec.access]?.[0] ?? '']);
      // The address that is tested leads nowhere, a form is not opened: both are told to those who may ask.
      const isKnown = /\/test$|\/cards\//.test(spec.path) && [409, 422].includes(status);
      if (!isDone(spec, status) && !isKnown) refused.push(`${keyOf(spec)}: ${status} ${text.slice(0, 200)}`);
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

function isDone(spec: Endpoint<Actors>['spec'], status: number): boolean {
  const { status: expected } = matrix[keyOf(spec)] ?? {};
  return expected === undefined ? status < 300 : status === expected;
}

/** What I have, as the tables tell. */
async function countMine(): Promise<unknown> {
  const { rows } = await house.pool.query(
    `select (select jsonb_agg(a order by id) from agents a where workspace_id <> 'other') as agents,
       (select jsonb_agg(a order by id) from actions a where workspace_id <> 'other') as actions,
       (select jsonb_agg(s order by name) from secrets s where workspace_id <> 'other') as secrets,
       (select jsonb_agg(k order by id) from knowledge_sources k where workspace_id <> 'other') as sources,
       (select jsonb_agg(e order by id) from entries e where conversation_id = $1) as entries,
       (select jsonb_agg(l order by id) from leads l where workspace_id <> 'other') as leads,
       (select jsonb_agg(c order by id) from calls c where workspace_id <> 'other') as calls`,
    [things.conversation],
  );
  return rows[0];
}

/** A secret goes after the actions that use it, an agent after all that is its own. */
function rank(path: string): number {
  return ['/identity-secrets', '/leads', '/sources', '/actions', '/me', '/agents', '/secrets'].findIndex(
    (part) => path.includes(part),
  );
}
