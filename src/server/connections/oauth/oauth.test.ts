import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../../demo/stand-ins/calendly/authorization-server.ts';
import { CalendlyStandIn } from '../../../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import type { Connection } from '../../../contract/connections/connection.ts';
import type { EventTypePage } from '../../../contract/connections/event-type.ts';

let calendly: CalendlyStandIn;
let house: Harness;
let application: Application;
const lines: string[] = [];
let onAnswer = async () => {};

beforeAll(async () => {
  calendly = await CalendlyStandIn.start();
  house = await Harness.start({
    egressAllow: calendly.host,
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
    onLogLine: (line) => lines.push(line),
    onPoint: (point) => (point === 'after_renewal_before_save' ? onAnswer() : undefined),
  });
  calendly.authorization.tokenRequestsPerMinute = 1_000;
  application = calendly.authorization.newApplication(`${house.url}/api/v1/connections/oauth/callback`);
});
afterAll(async () => {
  await house.close();
  await calendly.close();
});
beforeEach(() => {
  calendly.authorization.renewals.length = 0;
});

const read = async (id: string) => (await house.api<Connection>('GET', `/api/v1/connections/${id}`)).body;
const use = (id: string) => house.api<EventTypePage>('GET', `/api/v1/connections/${id}/event-types`);
const start = async (connectionId: string) =>
  (
    await house.api<{ authorizeUrl: string; redirectUri: string; expiresAt: string }>(
      'POST',
      '/api/v1/connections/oauth/start',
      { connectionId },
    )
  ).body;

async function create(clientSecret = application.clientSecret): Promise<Connection> {
  const { body } = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'calendly',
    settings: { auth: 'oauth', clientId: application.clientId },
    credentials: { clientSecret },
  });
  return body;
}

async function connect(): Promise<string> {
  const { id } = await create();
  const { authorizeUrl } = await start(id);
  const response = await fetch(await calendly.decide(authorizeUrl, 'allow'));
  expect(response.status).toBe(200);
  return id;
}

describe('permitting a connection', () => {
  it('goes by the page of Calendly, and ends with a connection that works', async () => {
    const created = await create();
    expect(created).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('not connected yet'),
    });
    const { authorizeUrl, redirectUri } = await start(created.id);
    const query = new URL(authorizeUrl).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ client_id: application.clientId, response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: redirectUri,
    });
    expect((await fetch(authorizeUrl)).status).toBe(200);
    const back = await fetch(await calendly.decide(authorizeUrl, 'allow'));
    expect(back.headers.get('content-type')).toContain('text/html');
    expect(await back.text()).toContain('is connected');
    expect(await read(created.id)).toMatchObject({
      state: 'connected',
      problem: null,
      account: { name: 'Ada Lindgren' },
    });
    expect((await use(created.id)).body.items).toHaveLength(2);

    const { rows } = await house.pool.query('select * from connections where id = $1', [created.id]);
    const tokens = [...calendly.authorization.access.keys(), ...calendly.authorization.refresh.keys()];
    const told = JSON.stringify([rows, await read(created.id), lines]);
    const secrets = [...tokens, application.clientSecret, query.get('state') ?? ''];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('is done once: the way back does not work a second time', async () => {
    const { id } = await create();
    const { authorizeUrl } = await start(id);
    const back = await calendly.decide(authorizeUrl, 'allow');
    expect((await fetch(back)).status).toBe(200);
    const again = await fetch(back);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('used already');
    expect((await read(id)).state).toBe('connected');
  });

  it('of two who come back at once with the same way, one is let in', async () => {
    const { id } = await create();
    const back = await calendly.decide((await start(id)).authorizeUrl, 'allow');
    const statuses = await Promise.all([1, 2, 3].map(async () => (await fetch(back)).status));
    expect(statuses.sort()).toEqual([200, 422, 422]);
  });

  it('is late after ten minutes', async () => {
    const { id } = await create();
    const { authorizeUrl, expiresAt } = await start(id);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    await house.pool.query(`update oauth_states set expires_at = now() - interval '1 second'`);
    const late = await fetch(await calendly.decide(authorizeUrl, 'allow'));
    expect(late.status).toBe(422);
    expect((await read(id)).state).toBe('reconnect');
  });

  it.each(['', '?code=x', '?state=made-up&code=x', '?state=<script>alert(1)</script>&code=x'])(
    'does not begin at the end: %s',
    async (query) => {
      const response = await fetch(`${house.url}/api/v1/connections/oauth/callback${query}`);
      expect(response.status).toBe(422);
      expect(await response.text()).not.toContain('<script>');
    },
  );

  it('that is denied changes nothing, and says so', async () => {
    const id = await connect();
    const denied = await fetch(await calendly.decide((await start(id)).authorizeUrl, 'deny'));
    expect(await denied.text()).toContain('not permitted');
    expect((await read(id)).state).toBe('connected');
  });

  it('with a code that was meant for another way back fails by its proof', async () => {
    const [one, other] = [await create(), await create()];
    const backOfOne = new URL(await calendly.decide((await start(one.id)).authorizeUrl, 'allow'));
    const backOfOther = new URL(await calendly.decide((await start(other.id)).authorizeUrl, 'allow'));
    backOfOther.searchParams.set('code', backOfOne.searchParams.get('code') ?? '');
    expect((await fetch(backOfOther)).status).toBe(422);
    expect((await read(other.id)).state).toBe('reconnect');
  });

  it('with a wrong client secret names it', async () => {
    const { id } = await create('not-the-secret-of-it');
    const back = await fetch(await calendly.decide((await start(id)).authorizeUrl, 'allow'));
    expect(back.status).toBe(422);
    expect((await read(id)).problem).toContain('client id and secret');
  });

  it('is not for a connection with a token', async () => {
    const token = calendly.authorization.newPersonalToken();
    const { body } = await house.api<Connection>('POST', '/api/v1/connections', {
      kind: 'calendly',
      credentials: { token },
    });
    const { status } = await house.api('POST', '/api/v1/connections/oauth/start', { connectionId: body.id });
    expect(status).toBe(422);
  });
});

describe('access that has ended', () => {
  it('is renewed once, however many find out at once', async () => {
    const id = await connect();
    calendly.authorization.expireAccess();
    const answers = await Promise.all(Array.from({ length: 12 }, () => use(id)));
    expect(answers.map(({ body }) => body.items.length)).toEqual(Array.from({ length: 12 }, () => 2));
    expect(calendly.authorization.renewals).toEqual(['granted']);
  });

  it('is renewed before it ends', async () => {
    const id = await connect();
    await house.pool.query(
      `update connections set credentials_expire_at = now() + interval '30 seconds' where id = $1`,
      [id],
    );
    calendly.requests.length = 0;
    expect((await use(id)).body.items).toHaveLength(2);
    expect(calendly.authorization.renewals).toEqual(['granted']);
    expect(calendly.requests).toEqual(['GET /event_types']);
  });

  it('and was taken back says so once, with what to do, and is not asked for again', async () => {
    const id = await connect();
    calendly.authorization.revokeAll();
    lines.length = 0;
    const answers = await Promise.all(Array.from({ length: 5 }, () => use(id)));
    expect(answers.map(({ body }) => body.emptyReason?.code)).toEqual(Array(5).fill('reconnect'));
    expect(calendly.authorization.renewals).toEqual(['invalid_grant']);
    expect(await read(id)).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('Connect it again'),
    });
    expect(lines.filter((line) => line.includes('has to be made anew'))).toHaveLength(1);
    await use(id);
    expect(calendly.authorization.renewals).toEqual(['invalid_grant']);
    const { authorizeUrl } = await start(id);
    await fetch(await calendly.decide(authorizeUrl, 'allow'));
    expect((await use(id)).body.items).toHaveLength(2);
  });

  it('while Calendly is away is tried again later, and is not lost', async () => {
    const id = await connect();
    calendly.authorization.expireAccess();
    calendly.faults.tokensUnavailable = 1;
    expect((await use(id)).body.emptyReason?.code).toBe('unavailable');
    expect((await read(id)).state).toBe('failing');
    expect((await use(id)).body.items).toHaveLength(2);
    expect((await read(id)).state).toBe('connected');
  });

  it('is renewed and kept, although the session that held the row was cut off meanwhile', async () => {
    const id = await connect();
    calendly.authorization.expireAccess();
    let cut = 0;
    onAnswer = async () => {
      const { rowCount } = await house.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction' and query like '%for update%'`,
      );
      cut += rowCount ?? 0;
    };
    const { body } = await use(id);
    onAnswer = async () => {};
    expect(cut).toBe(1);
    expect(body.items).toHaveLength(2);
    expect(calendly.authorization.renewals).toEqual(['granted']);
    expect((await read(id)).state).toBe('connected');
  });
});

describe('what the dashboard begins is ended in the same browser', () => {
  const begin = async (id: string, cookie = '') => {
    const { body, headers } = await house.api<{ authorizeUrl: string }>(
      ...(['POST', '/api/v1/connections/oauth/start', { connectionId: id }] as const),
      { 'x-bellhop': 'dashboard', ...(cookie ? { cookie } : {}) },
    );
    return { back: await calendly.decide(body.authorizeUrl, 'allow'), set: headers.get('set-cookie') ?? '' };
  };
  const visit = (url: string, cookie?: string) => fetch(url, { headers: cookie ? { cookie } : {} });

  it('and in no other: the way stays open for who began', async () => {
    const { id } = await create();
    const { back, set } = await begin(id);
    expect(set).toMatch(/; Max-Age=600; Path=\/api\/v1\/connections\/oauth; HttpOnly; SameSite=Lax$/);
    for (const cookie of [undefined, 'bellhop-oauth=made-up']) {
      const other = await visit(back, cookie);
      expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('another browser')]);
    }
    expect((await read(id)).state).toBe('reconnect');
    expect((await visit(back, set.split(';')[0])).status).toBe(200);
    expect((await read(id)).state).toBe('connected');
  });

  it('though it begins twice, in two tabs', async () => {
    const [one, two] = [await create(), await create()];
    const first = await begin(one.id);
    const cookie = first.set.split(';')[0] ?? '';
    const second = await begin(two.id, cookie);
    expect((await visit(first.back, cookie)).status).toBe(200);
    expect((await visit(second.back, second.set.split(';')[0])).status).toBe(200);
  });
});

describe('a connection that is deleted', () => {
  const remove = (id: string) => house.api('DELETE', `/api/v1/connections/${id}`);

  it('gives back at the third party what was permitted there', async () => {
    const id = await connect();
    const before = calendly.authorization.refresh.size;
    lines.length = 0;
    expect((await remove(id)).status).toBe(204);
    expect(calendly.authorization.refresh.size).toBe(before - 1);
    expect(lines.join()).toContain('access was given back');
  });

  it('is deleted though the third party does not take it back, and the log says what is left to do', async () => {
    const id = await connect();
    const known = [...calendly.authorization.applications];
    calendly.authorization.applications.length = 0;
    lines.length = 0;
    expect((await remove(id)).status).toBe(204);
    calendly.authorization.applications.push(...known);
    expect(lines.join()).toContain('take it back at the third party');
    expect((await house.api('GET', `/api/v1/connections/${id}`)).status).toBe(404);
  });
});
