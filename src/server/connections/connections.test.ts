import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { Harness } from '../../../tests/harness/harness.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import type { EventTypePage } from '../../contract/connections/event-type.ts';

let calendly: CalendlyStandIn;
let house: Harness;
const lines: string[] = [];

beforeAll(async () => {
  calendly = await CalendlyStandIn.start();
  house = await Harness.start({
    egressAllow: calendly.host,
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
    onLogLine: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await house.close();
  await calendly.close();
});

type Answer = Connection & { error: { code: string; message: string; details?: { path: string }[] } };
const call = (method: string, path = '', body?: unknown) =>
  house.api<Answer>(method, `/api/v1/connections${path}`, body);
const connect = async (token = calendly.authorization.newPersonalToken()) =>
  (await call('POST', '', { kind: 'calendly', name: 'Our Calendly', credentials: { token } })).body;
const eventTypes = (id: string, query = '') =>
  house.api<EventTypePage & Answer>('GET', `/api/v1/connections/${id}/event-types${query}`);

describe('a connection', () => {
  it('is made with a token, tried at once, and never tells the token', async () => {
    const token = calendly.authorization.newPersonalToken();
    const made = await call('POST', '', { kind: 'calendly', credentials: { token } });
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...{ kind: 'calendly', name: 'Calendly', state: 'connected', problem: null, hasCredentials: true },
        settings: { auth: 'token' },
        account: { name: 'Ada Lindgren', timezone: 'Europe/Berlin' },
        usedBy: [],
      },
    });
    const { id } = made.body;
    const listed = await call('GET');
    const { rows } = await house.pool.query('select * from connections where id = $1', [id]);
    const told = JSON.stringify([made.body, (await call('GET', `/${id}`)).body, listed.body, rows, lines]);
    expect(told).not.toContain(token);
    expect(JSON.stringify(listed.body)).toContain(id);
  });

  it('with a token that Calendly does not accept is kept, and says what to do', async () => {
    const lost = await connect('made-up-token-of-nobody');
    expect(lost).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('Connect it again'),
      account: null,
    });
    const token = calendly.authorization.newPersonalToken();
    expect((await call('PATCH', `/${lost.id}`, { credentials: { token } })).body).toMatchObject({
      state: 'connected',
      problem: null,
    });
  });

  it('with a token that may not do what is needed names the scopes', async () => {
    const token = calendly.authorization.newPersonalToken([]);
    expect(await connect(token)).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('users:read'),
    });
  });

  it('that fails for a moment is failing, and connected when it is tried again', async () => {
    calendly.faults.failNext = 1;
    const made = await connect();
    expect(made).toMatchObject({
      state: 'failing',
      problem: expect.stringContaining('unexpected condition'),
    });
    const tested = await call('POST', `/${made.id}/test`);
    expect(tested.body).toMatchObject({ state: 'connected', problem: null });
    expect(tested.body.testedAt).not.toBeNull();
  });

  it('whose token is taken back says so the next time it is used, and is not tried again and again', async () => {
    const token = calendly.authorization.newPersonalToken();
    const { id } = await connect(token);
    calendly.authorization.access.delete(token);
    expect((await eventTypes(id)).body.emptyReason).toMatchObject({ code: 'reconnect', url: null });
    expect((await call('GET', `/${id}`)).body).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('Our Calendly'),
    });
    const before = calendly.requests.length;
    expect((await eventTypes(id)).body.emptyReason?.code).toBe('reconnect');
    expect(calendly.requests).toHaveLength(before);
  });

  it.each([
    [{ kind: 'fax', credentials: {} }, 'kind'],
    [{ kind: 'calendly' }, 'credentials'],
    [{ kind: 'calendly', credentials: { token: 'short' } }, 'credentials.token'],
    [{ kind: 'calendly', credentials: { token: 'long-enough-token', more: 1 } }, 'credentials'],
    [{ kind: 'calendly', settings: { auth: 'magic' }, credentials: {} }, 'settings.auth'],
    [{ kind: 'calendly', settings: { auth: 'oauth' }, credentials: {} }, 'settings.clientId'],
    [{ kind: 'calendly', settings: { auth: 'token', apiUrl: 'https://evil.example' } }, 'settings'],
    [{ kind: 'calendly', name: '', credentials: { token: 'long-enough-token' } }, 'name'],
    [{ kind: 'calendly', credentials: 'x' }, 'credentials'],
  ])('%j is refused by its path', async (body, path) => {
    const { status, body: answer } = await call('POST', '', body);
    expect({ status, path: answer.error.details?.[0]?.path }).toEqual({ status: 422, path });
  });

  it('does not send what was handed in for one place to another', async () => {
    const { id } = await connect();
    const changed = await call('PATCH', `/${id}`, { settings: { auth: 'oauth', clientId: 'x' } });
    expect(changed).toMatchObject({ status: 422, body: { error: { details: [{ path: 'credentials' }] } } });
    expect((await call('PATCH', `/${id}`, { name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      state: 'connected',
    });
    expect((await call('PATCH', `/${id}`, {})).status).toBe(422);
  });

  it('is not deleted while an action uses it', async () => {
    const { id } = await connect();
    const agent = await house.createAgent();
    const action = await house.createAction(agent.id, {
      ...{ kind: 'button', name: 'Book a call' },
      settings: { text: 'Book', url: 'https://shop.example/' },
    });
    await house.pool.query(
      `update actions set settings = settings || jsonb_build_object('connectionId', $2::text) where id = $1`,
      [action.id, id],
    );
    const use = { type: 'action', id: action.id, name: 'Book a call', agentId: agent.id };
    expect((await call('GET', `/${id}`)).body.usedBy).toEqual([use]);
    expect(await call('DELETE', `/${id}`)).toMatchObject({
      status: 409,
      body: { error: { code: 'in_use', details: [{ path: `actions.${action.id}` }] } },
    });
    await house.api('DELETE', `/api/v1/actions/${action.id}`);
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    expect((await call('GET', `/${id}`)).status).toBe(404);
  });

  it('of another workspace is not found', async () => {
    const { id } = await connect();
    await house.pool.query(
      `insert into workspaces (id, name) values ('other', 'Other') on conflict do nothing`,
    );
    await house.pool.query(`update connections set workspace_id = 'other' where id = $1`, [id]);
    const statuses = await Promise.all([
      call('GET', `/${id}`),
      call('PATCH', `/${id}`, { name: 'mine' }),
      call('DELETE', `/${id}`),
      call('POST', `/${id}/test`),
      call('GET', `/${id}/event-types`),
      call('POST', '/oauth/start', { connectionId: id }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('stands in pages', async () => {
    const first = await house.api<{ items: Connection[]; nextCursor: string }>(
      'GET',
      '/api/v1/connections?limit=2',
    );
    const second = await house.api<{ items: Connection[] }>(
      'GET',
      `/api/v1/connections?limit=2&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

describe('the event types of a connection', () => {
  it('come from Calendly, page by page', async () => {
    const { id } = await connect();
    const first = await eventTypes(id, '?limit=1');
    expect(first.body).toMatchObject({ items: [{ name: 'Product consultation' }], emptyReason: null });
    const second = await eventTypes(id, `?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ name: 'Store visit' }], nextCursor: null });
    expect(await eventTypes(id, '?cursor=made-up')).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: 'cursor' }] } },
    });
  });

  it('tell no token, although Calendly should repeat it', async () => {
    const token = calendly.authorization.newPersonalToken();
    const { id } = await connect(token);
    const [type] = calendly.account.eventTypes;
    if (type) type.name = `Call with ${token}`;
    const { body } = await eventTypes(id);
    if (type) type.name = 'Product consultation';
    expect(body.items.map(({ name }) => name)).toContain('Call with •••');
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('say why there are none', async () => {
    const { id } = await connect();
    for (const type of calendly.account.eventTypes) type.active = false;
    const { body } = await eventTypes(id);
    for (const type of calendly.account.eventTypes) type.active = true;
    expect(body).toMatchObject({ items: [], nextCursor: null, emptyReason: { code: 'no_active_types' } });
    const narrow = await connect(calendly.authorization.newPersonalToken(['users:read']));
    expect((await eventTypes(narrow.id)).body.emptyReason?.code).toBe('missing_scope');
    expect((await call('GET', `/${narrow.id}`)).body.state).toBe('connected');
  });
});
