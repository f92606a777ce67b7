import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PERMISSIONS,
  type Permission,
  permissionsIn,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
} from '../../src/contract/accounts/permissions.ts';
import type { Endpoint } from '../../src/server/platform/http/endpoint.ts';
import type { Actors } from '../../src/server/workspace/actors.ts';
import { API_KEY } from '../harness/api-key.ts';
import { Harness } from '../harness/harness.ts';
import { join, PersonClient, setUp } from '../harness/person-client.ts';
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
/** By what they are. */
let people: Record<Role | 'foreigner' | 'gone' | 'left', PersonClient>;
/** By what they may do. */
let keys: Record<Permission | 'expired' | 'revoked' | 'foreign', string>;

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
  const playground = await house.api<{ conversationId: string }>(
    'POST',
    `/api/v1/agents/${agent}/playground`,
    {},
  );
  const first = async (path: string) =>
    (await house.api<{ items: { id: string }[] }>('GET', path)).body.items[0]?.id ?? '';
  const delivery = await waitFor(async () => {
    const path = `/api/v1/webhooks/${webhook.body.id}/deliveries`;
    return (await house.api<{ items: { id: string }[] }>('GET', path)).body.items[0];
  });
  things = {
    ...{ agent, secret, action: action.id, archived: archived.id, source: source.body.id },
    ...{ webhook: webhook.body.id, delivery: delivery.id, identitySecret: identity.body.id, version: '1' },
    ...{ connection: connection.body.id, conversation: visitor.session.conversationId },
    playground: playground.body.conversationId,
    call: await first('/api/v1/calls'),
    lead: await first('/api/v1/leads'),
    entry: cards[1]?.id ?? '',
    file: 'canary-file',
    ...{ member: '', invitation: '', apiKey: '' },
  };
  await house.pool.query(
    `insert into files (id, workspace_id, conversation_id, type, width, height, bytes, attached_at)
     select $2, workspace_id, id, 'image/webp', 1, 1, $3, now() from conversations where id = $1`,
    [things.conversation, things.file, Buffer.from(CANARY)],
  );
  await letPeopleIn();
  expect(Object.entries(things).filter(([, id]) => !id)).toEqual([]);
  stranger = await house.visit(agent);
  expired = await house.visit(agent);
  await house.pool.query(`update visitor_sessions set expires_at = now() where visitor_id = $1`, [
    expired.session.visitorId,
  ]);
});
afterAll(() => house.close());

/** An owner, whom they have invited, somebody elsewhere, and those whose time is over; and a key for each thing that keys can do. */
async function letPeopleIn(): Promise<void> {
  const owner = await setUp(house, CANARY);
  const [admin, member, viewer, foreigner, gone] = (await Promise.all(
    (['admin', 'member', 'viewer', 'viewer', 'owner'] as const).map((role, index) =>
      join(house, owner, `${role}-${index}@example.com`, role),
    ),
  )) as [PersonClient, PersonClient, PersonClient, PersonClient, PersonClient];
  const left = new PersonClient(house.url, owner.email);
  await left.signIn();
  await house.pool.query(
    `update user_sessions set expires_at = now() where user_id = (select id from users where email = $1)`,
    [gone.email],
  );
  await house.pool.query(
    `update members set workspace_id = 'other', role = 'owner' where user_id = (select id from users where email = $1)`,
    [foreigner.email],
  );
  people = { owner, admin, member, viewer, foreigner, gone, left };

  const makeKey = async (scopes: Permission[]) =>
    (await house.api<{ id: string; key: string }>('POST', '/api/v1/api-keys', { name: 'x', scopes })).body;
  const [late, revoked] = [await makeKey([...PERMISSIONS]), await makeKey([...PERMISSIONS])];
  await house.pool.query(`update api_keys set expires_at = now() where id = $1`, [late.id]);
  await house.api('DELETE', `/api/v1/api-keys/${revoked.id}`);
  // Made before its workspace lost what it names, or written into the table.
  const foreign = await makeKey([...PERMISSIONS]);
  await house.pool.query(`update api_keys set workspace_id = 'other' where id = $1`, [foreign.id]);
  const scoped = await Promise.all(
    PERMISSIONS.map(async (scope) => [scope, (await makeKey([scope])).key] as const),
  );
  keys = {
    ...(Object.fromEntries(scoped) as Record<Permission, string>),
    expired: late.key,
    revoked: revoked.key,
    foreign: foreign.key,
  };

  // What the matrix names: somebody who can be taken out, an invitation that is open, a key of nobody here.
  const removable = await join(house, owner, 'removable@example.com', 'viewer');
  const { rows } = await house.pool.query(`select id from users where email = $1`, [removable.email]);
  await owner.call('POST', '/api/v1/invitations', { email: `${CANARY}@example.com`, role: 'viewer' });
  const { rows: open } = await house.pool.query(`select id from invitations`);
  things = {
    ...things,
    member: rows[0].id,
    invitation: open[0].id,
    apiKey: (await makeKey(['leads:read'])).id,
  };
}

const keyOf = (spec: Endpoint<Actors>['spec']) => `${spec.method} ${spec.path}`;

/** The call of the matrix, by whoever sends these headers. */
async function tryRoute(spec: Endpoint<Actors>['spec'], credential: Headers, target = things) {
  const { thing, part, query, body, endsSession } = matrix[keyOf(spec)] ?? { thing: undefined };
  const path = spec.path
    .replace(/\{\w+\}/, thing ? target[thing] : 'nothing')
    .replace(/\{\w+\}/, part ? target[part] : 'nothing');
  const response = await fetch(`${house.url}${path}${query ? `?${query(target)}` : ''}`, {
    method: spec.method.toUpperCase(),
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(endsSession ? await inOwnSession(credential) : credential),
    },
    ...(spec.method === 'get' ? {} : { body: JSON.stringify(body?.(target) ?? {}) }),
  });
  return { status: response.status, text: await response.text() };
}

type Headers = Record<string, string>;

/** A session that may end, of the same person or visitor. */
async function inOwnSession(credential: Headers): Promise<Headers> {
  const isVisitor = [visitor, stranger].some(
    ({ session }) => credential.authorization === `Bearer ${session.token}`,
  );
  if (isVisitor) return bearer((await house.visit(things.agent)).session.token);
  const { gone: _, ...present } = people;
  const person = Object.values(present).find(
    ({ headers }) => headers.cookie && headers.cookie === credential.cookie,
  );
  if (!person) return credential;
  const again = new PersonClient(house.url, person.email);
  await again.signIn();
  return { ...credential, cookie: again.headers.cookie ?? '' };
}

/** What of mine stands in an answer. What the caller has named themselves is told to nobody new. */
function findLeaks(spec: Endpoint<Actors>['spec'], text: string): string[] {
  const { thing } = matrix[keyOf(spec)] ?? {};
  const said = thing ? things[thing] : '';
  // The id of an agent stands in the page of every site that has it.
  const known = [said, ...(spec.access === 'public' ? [things.agent] : [])];
  // The number of a version is no secret, and stands in every other answer.
  const { version: _, ...ids } = things;
  const mine = [CANARY, 'the-value-of-the-canary', ...Object.values(ids)];
  return mine.filter((one) => !known.includes(one) && text.includes(one));
}

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
/** As a browser sends them from its dashboard; the public routes of people want that, too. */
const page = (): Headers => new PersonClient(house.url, '').headers;

const everyone = (): Record<string, Headers> => ({
  nobody: {},
  'a page of ours': page(),
  'a made-up token': bearer('nothing-that-exists'),
  'a wrong key': bearer(`${API_KEY}x`),
  'another scheme': { authorization: `Basic ${Buffer.from(`x:${API_KEY}`).toString('base64')}` },
  'an expired session': bearer(expired.session.token),
  'a visitor': bearer(visitor.session.token),
  'another visitor': bearer(stranger.session.token),
  'the API key': bearer(API_KEY),
  'the key of another workspace': bearer(OTHER.key),
  'an expired key': bearer(keys.expired),
  'a revoked key': bearer(keys.revoked),
  'an owner': people.owner.headers,
  'the owner of another workspace': people.foreigner.headers,
  'an owner whose session is over': people.gone.headers,
  'an owner with a made-up cookie': { ...page(), cookie: 'bellhop=made.up' },
  'an owner with a cookie of another signature': {
    ...page(),
    cookie: `${people.owner.headers.cookie?.split('.')[0]}.${people.admin.headers.cookie?.split('.')[1]}`,
  },
});

const ALLOWED: Record<keyof Actors, string[]> = {
  public: ['a page of ours'],
  visitor: ['a visitor', 'another visitor'],
  workspace: ['the API key', 'the key of another workspace', 'an owner', 'the owner of another workspace'],
  person: ['an owner', 'the owner of another workspace'],
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
      for (const [caller, credential] of Object.entries(everyone())) {
        if (ALLOWED[spec.access].includes(caller)) continue;
        const { status, text } = await tryRoute(spec, credential);
        if (status !== 401 || text.length > 200) wrong.push(`${caller}: ${keyOf(spec)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  // Every route as every role and with every scope: thousands of requests.
  it('lets each role and each key do what its permissions say, and answers 403 to all else', {
    timeout: 90_000,
  }, async () => {
    const wrong: string[] = [];
    const callers: [string, Headers, readonly Permission[]][] = [
      ...ROLES.map((role): [string, Headers, readonly Permission[]] => [
        role,
        people[role].headers,
        ROLE_PERMISSIONS[role],
      ]),
      ['owner elsewhere', people.foreigner.headers, [...permissionsIn(false, ROLE_PERMISSIONS.owner)]],
      ['key of everything elsewhere', bearer(keys.foreign), [...permissionsIn(false, PERMISSIONS)]],
      ...PERMISSIONS.map((scope): [string, Headers, Permission[]] => [
        `key ${scope}`,
        bearer(keys[scope]),
        [scope],
      ]),
    ];
    // Of nothing that exists: who is allowed to does not find it, and nothing is changed.
    const nothing = Object.fromEntries(
      Object.keys(things).map((name) => [name, 'nothing']),
    ) as unknown as Things;
    for (const { spec } of house.app.endpoints.filter(({ spec }) => spec.access === 'workspace')) {
      const isNamed = matrix[keyOf(spec)]?.thing !== undefined;
      for (const [caller, credential, permissions] of callers) {
        const isAllowed = permissions.some((permission) => permission === spec.permission);
        if (isAllowed && !isNamed && spec.method !== 'get') continue;
        const { status, text } = await tryRoute(spec, credential, nothing);
        const isRight = isAllowed
          ? status !== 401 && status !== 403
          : status === 403 && text.includes('not_allowed');
        if (!isRight) wrong.push(`${caller}: ${keyOf(spec)}: ${status} ${text.slice(0, 100)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('takes no change by cookie that does not come from the dashboard', async () => {
    const wrong: string[] = [];
    const { origin: _, ...withoutOrigin } = people.owner.headers;
    const { 'x-bellhop': __, ...withoutHeader } = people.owner.headers;
    const forged: Record<string, Headers> = {
      'without its header': withoutHeader,
      'without an origin': withoutOrigin,
      'from another origin': { ...people.owner.headers, origin: 'https://evil.example' },
      'from another port': { ...people.owner.headers, origin: 'http://127.0.0.1:1' },
      'from an opaque origin': { ...people.owner.headers, origin: 'null' },
      'from another site, as the browser says': { ...people.owner.headers, 'sec-fetch-site': 'cross-site' },
      'from a neighbour, as the browser says': { ...people.owner.headers, 'sec-fetch-site': 'same-site' },
    };
    const routes = house.app.endpoints.filter(
      ({ spec }) => ['workspace', 'person'].includes(spec.access) && spec.method !== 'get',
    );
    expect(routes.length).toBeGreaterThan(30);
    for (const { spec } of routes)
      for (const [how, headers] of Object.entries(forged)) {
        const { status } = await tryRoute({ ...spec }, headers);
        if (status !== 403) wrong.push(`${how}: ${keyOf(spec)}: ${status}`);
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
        workspace: ['the key of another workspace', 'the owner of another workspace'],
        person: ['the owner of another workspace'],
        visitor: ['another visitor'],
        public: ['a page of ours'],
      };
      for (const caller of callers[spec.access]) await tryAs(spec, caller);
    }
    async function tryAs(spec: Endpoint<Actors>['spec'], caller: string) {
      const { status, text } = await tryRoute(spec, everyone()[caller] ?? {});
      const expected = { not_found: status === 404, refused: status === 403, own: isDone(spec, status) };
      const isRight = expected[matrix[keyOf(spec)]?.stranger ?? 'own'];
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
      const { status, text } = await tryRoute(spec, everyone()[ALLOWED[spec.access][0] ?? ''] ?? {});
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
      /^(GET|HEAD) \/(health\/(live|ready)|api\/(openapi\.json|docs(\/:file)?)|widget\.js|widget\/(frame|assets|preview)\/.*|c\/.*|dashboard\/assets\/\*|\*)$/;
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
    `select (select jsonb_agg(a order by id) from agents a where workspace_id = mine.id) as agents,
       (select jsonb_agg(a order by id) from actions a where workspace_id = mine.id) as actions,
       (select jsonb_agg(s order by name) from secrets s where workspace_id = mine.id) as secrets,
       (select jsonb_agg(k order by id) from knowledge_sources k where workspace_id = mine.id) as sources,
       (select jsonb_agg(e order by id) from entries e where conversation_id = $1) as entries,
       (select jsonb_agg(l order by id) from leads l where workspace_id = mine.id) as leads,
       (select jsonb_agg(c order by id) from calls c where workspace_id = mine.id) as calls,
       (select jsonb_agg(m order by user_id) from members m where workspace_id = mine.id) as members,
       (select jsonb_agg(i order by id) from invitations i where workspace_id = mine.id) as invitations,
       (select jsonb_agg(k.id order by id) from api_keys k where workspace_id = mine.id and revoked_at is null) as keys
     from (select workspace_id as id from conversations where id = $1) mine`,
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
