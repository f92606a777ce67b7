import { afterEach, describe, expect, it } from 'vitest';
import { Harness, type HarnessOptions } from '../../../tests/harness/harness.ts';
import { join, PASSWORD, PersonClient, readLink, setUp } from '../../../tests/harness/person-client.ts';
import type { Member, Session } from '../../contract/accounts/person.ts';

const houses: Harness[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function open(options: HarnessOptions = {}): Promise<Harness> {
  const house = await Harness.start(options);
  houses.push(house);
  return house;
}

const sessionOf = async (person: PersonClient) => (await person.call<Session>('GET', '/api/v1/session')).body;

describe('the setup', () => {
  const owner = { name: 'Ada', email: 'ada@example.com', password: PASSWORD, workspaceName: 'Shop' };

  it('makes the owner once, by the code of the last start, however it is typed', async () => {
    const house = await open();
    const ada = new PersonClient(house.url, owner.email);
    expect(await sessionOf(ada)).toEqual({ setupNeeded: true, me: null });
    const wrong = await ada.call('POST', '/api/v1/setup', { ...owner, code: 'AAAA-AAAA-AAAA-AAAA' });
    expect(wrong).toMatchObject({ status: 422, body: { error: { details: [{ path: 'code' }] } } });
    const { code = '', url } = (await house.app.findSetupLink()) ?? {};
    expect(url).toBe(`${house.url}/setup?code=${code}`);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await ada.call('POST', '/api/v1/setup', { ...owner, code: typed })).status).toBe(204);
    const { me, setupNeeded } = await sessionOf(ada);
    expect(setupNeeded).toBe(false);
    expect(me).toMatchObject({ role: 'owner', workspace: { name: 'Shop' }, user: { email: owner.email } });
    expect(await house.app.findSetupLink()).toBeNull();
    expect((await ada.call('POST', '/api/v1/setup', { ...owner, code })).status).toBe(409);
    // With an agent to teach, beside the sample shop's.
    expect((await ada.call('GET', '/api/v1/agents')).body).toMatchObject({ items: [{ name: 'Shop' }] });
  });

  it('makes one owner of two who come at once, and the other can still be invited', async () => {
    const house = await open();
    const code = (await house.app.findSetupLink())?.code;
    const come = (email: string) =>
      new PersonClient(house.url, email).call('POST', '/api/v1/setup', { ...owner, email, code });
    const answers = await Promise.all(['a@example.com', 'b@example.com'].map(come));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const { rows } = await house.pool.query('select email from users');
    expect(rows).toHaveLength(1);
  });

  it('says what is wrong with what was typed, and makes nothing', async () => {
    const house = await open();
    const code = (await house.app.findSetupLink())?.code;
    const { body } = await new PersonClient(house.url, '').call<{ error: { details: { path: string }[] } }>(
      'POST',
      '/api/v1/setup',
      { code, name: ' ', email: 'nobody', password: 'short', workspaceName: '' },
    );
    expect(body.error.details.map(({ path }) => path).toSorted()).toEqual([
      'email',
      'name',
      'password',
      'workspaceName',
    ]);
    expect((await house.app.findSetupLink())?.code).toBe(code);
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const house = await open();
    const owner = await setUp(house);
    const wrong = await new PersonClient(house.url, owner.email).signIn('not the right password');
    const unknown = await new PersonClient(house.url, 'nobody@example.com').signIn();
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('takes an address however it is written, with a cookie that no script reads', async () => {
    const house = await open();
    await setUp(house);
    const ingrid = new PersonClient(house.url, ' Ingrid@Example.COM ');
    const { status, headers } = await ingrid.signIn();
    expect(status).toBe(204);
    expect(headers.getSetCookie()[0]).toMatch(/^bellhop=.+HttpOnly; SameSite=Lax$/);
  });

  it('is slowed down for who guesses, and not for others', async () => {
    const house = await open({ rateLimit: true });
    const owner = await setUp(house);
    const guesser = new PersonClient(house.url, owner.email);
    const statuses: number[] = [];
    for (let guess = 0; guess < 10; guess++)
      statuses.push((await guesser.signIn(`guess number ${guess}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
    const told = await guesser.signIn();
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new PersonClient(house.url, 'else@example.com').signIn()).status).toBe(401);
  });

  it('ends with signing out, after half a day without use, and after 30 days in any case', async () => {
    const house = await open();
    const owner = await setUp(house);
    const again = new PersonClient(house.url, owner.email);
    await again.signIn();
    const kept = again.headers;
    expect((await again.call('POST', '/api/v1/sign-out')).status).toBe(204);
    expect(again.headers.cookie).toBeUndefined();
    expect((await fetch(`${house.url}/api/v1/agents`, { headers: kept })).status).toBe(401);

    const { rows } = await house.pool.query<{ hours: number }>(
      'select round(extract(epoch from expires_at - now()) / 3600)::int as hours from user_sessions',
    );
    expect(rows.map(({ hours }) => hours)).toEqual([12]);
    await house.pool.query(`update user_sessions set created_at = now() - interval '31 days'`);
    expect((await owner.call('GET', '/api/v1/agents')).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  it('is set anew by a link that works once, and every session ends', async () => {
    const house = await open();
    const owner = await setUp(house);
    const known = await owner.call('POST', '/api/v1/password/forgotten', { email: owner.email });
    const unknown = await owner.call('POST', '/api/v1/password/forgotten', { email: 'nobody@example.com' });
    expect([known.status, unknown.status]).toEqual([204, 204]);
    expect(house.mails.map(({ to }) => to)).toEqual([owner.email]);
    const token = readLink(house, owner.email, 'reset-password?token=');
    const next = 'another password that is long';
    const reset = () => owner.call('POST', '/api/v1/password/reset', { token, password: next });
    expect((await reset()).status).toBe(204);
    expect((await reset()).body).toMatchObject({ error: { details: [{ path: 'token' }] } });
    expect((await owner.call('GET', '/api/v1/agents')).status).toBe(401);
    expect((await owner.signIn()).status).toBe(401);
    expect((await owner.signIn(next)).status).toBe(204);
    const { rows } = await house.pool.query('select identifier from user_verifications');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not set by a link that is too old', async () => {
    const house = await open();
    const owner = await setUp(house);
    await owner.call('POST', '/api/v1/password/forgotten', { email: owner.email });
    await house.pool.query('update user_verifications set expires_at = now()');
    const token = readLink(house, owner.email, 'reset-password?token=');
    expect((await owner.call('POST', '/api/v1/password/reset', { token, password: PASSWORD })).status).toBe(
      422,
    );
  });

  it('that is changed ends every other session', async () => {
    const house = await open();
    const owner = await setUp(house);
    const phone = new PersonClient(house.url, owner.email);
    await phone.signIn();
    const change = (current: string) =>
      owner.call('POST', '/api/v1/me/password', { current, password: 'another password that is long' });
    expect(await change('wrong')).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: 'current' }] } },
    });
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await phone.call('GET', '/api/v1/agents')).status).toBe(401);
    expect((await owner.call('GET', '/api/v1/agents')).status).toBe(200);
  });
});

describe('members', () => {
  it('come by an invitation for their address, which works once', async () => {
    const house = await open();
    const owner = await setUp(house);
    const max = await join(house, owner, 'max@example.com', 'member');
    expect((await sessionOf(max)).me).toMatchObject({
      role: 'member',
      workspace: { name: 'Nordlys Outdoor' },
    });
    const token = readLink(house, max.email, 'invitation/');
    const again = await new PersonClient(house.url, max.email).call('POST', '/api/v1/invitations/accept', {
      ...{ token, name: 'x', password: PASSWORD },
    });
    expect(again.status).toBe(404);
    expect(
      (await owner.call('POST', '/api/v1/invitations', { email: max.email, role: 'viewer' })).status,
    ).toBe(409);
    expect((await owner.call<{ items: [] }>('GET', '/api/v1/invitations')).body.items).toEqual([]);
  });

  it('who have an account come with its password, and nobody else with their link', async () => {
    const house = await open();
    const owner = await setUp(house);
    const max = await join(house, owner, 'max@example.com', 'viewer');
    await owner.call('POST', '/api/v1/workspaces', { name: 'Second' });
    expect((await sessionOf(owner)).me?.workspace.name).toBe('Second');
    expect((await owner.call('GET', '/api/v1/agents')).body).toMatchObject({ items: [{ name: 'Second' }] });
    await owner.call('POST', '/api/v1/invitations', { email: max.email, role: 'admin' });
    const token = readLink(house, max.email, 'invitation/');
    const shown = await max.call('GET', `/api/v1/invitations/by-token/${token}`);
    expect(shown.body).toEqual({
      email: max.email,
      workspaceName: 'Second',
      role: 'admin',
      hasAccount: true,
    });
    const accept = (password: string) => max.call('POST', '/api/v1/invitations/accept', { token, password });
    expect((await accept('a wrong password for this')).status).toBe(401);
    expect((await accept(PASSWORD)).status).toBe(204);
    const { me } = await sessionOf(max);
    expect(me).toMatchObject({ role: 'admin', workspace: { name: 'Second' } });
    expect(me?.workspaces.map(({ name, role }) => [name, role])).toEqual([
      ['Nordlys Outdoor', 'viewer'],
      ['Second', 'admin'],
    ]);
    await max.call('POST', '/api/v1/me/workspace', { workspaceId: me?.workspaces[0]?.id });
    expect((await sessionOf(max)).me?.role).toBe('viewer');
  });

  it('who own a workspace of their own see nothing of the installation from there', async () => {
    const house = await open();
    const owner = await setUp(house);
    const max = await join(house, owner, 'max@example.com', 'owner');
    const tryAll = async (person: PersonClient) => {
      const { permissions } = (await sessionOf(person)).me ?? { permissions: [] };
      const scopes = ['backups:read'];
      const made = [
        (await person.call('GET', '/api/v1/backups')).status,
        (await person.call('POST', '/api/v1/api-keys', { name: 'x', scopes })).status,
        (await fetch(`${house.url}/metrics`, { headers: person.headers })).status,
      ];
      return { made, isTold: permissions.some((one) => one.startsWith('backups:')) };
    };
    expect(await tryAll(max)).toEqual({ made: [200, 201, 200], isTold: true });
    const { me } = await sessionOf(max);
    await max.call('POST', '/api/v1/workspaces', { name: 'Second' });
    expect(await tryAll(max)).toEqual({ made: [403, 403, 403], isTold: false });
    expect((await max.call('POST', '/api/v1/backups')).status).toBe(403);
    await max.call('POST', '/api/v1/me/workspace', { workspaceId: me?.workspace.id });
    expect(await tryAll(max)).toEqual({ made: [200, 201, 200], isTold: true });
  });

  it('cannot come by a link that was taken back, replaced, or is too old', async () => {
    const house = await open();
    const owner = await setUp(house);
    const invite = () =>
      owner.call<{ id: string }>('POST', '/api/v1/invitations', { email: 'm@example.com', role: 'viewer' });
    const look = async (token: string) =>
      (await owner.call('GET', `/api/v1/invitations/by-token/${token}`)).status;
    await invite();
    const replaced = readLink(house, 'm@example.com', 'invitation/');
    const { body } = await invite();
    const newest = readLink(house, 'm@example.com', 'invitation/');
    expect([await look(replaced), await look(newest)]).toEqual([404, 200]);
    await house.pool.query('update invitations set expires_at = now()');
    expect(await look(newest)).toBe(404);
    await house.pool.query(`update invitations set expires_at = now() + interval '1 day'`);
    expect((await owner.call('DELETE', `/api/v1/invitations/${body.id}`)).status).toBe(204);
    expect(await look(newest)).toBe(404);
  });

  it('keep one owner, whoever leaves at once', async () => {
    const house = await open();
    const owner = await setUp(house);
    const other = await join(house, owner, 'other@example.com', 'owner');
    const ids = (await owner.call<{ items: Member[] }>('GET', '/api/v1/members')).body.items.map(
      ({ userId }) => userId,
    );
    const leave = (person: PersonClient, id = '') => person.call('DELETE', `/api/v1/members/${id}`);
    const answers = await Promise.all([leave(owner, ids[0]), leave(other, ids[1])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const { rows } = await house.pool.query(`select user_id from members where role = 'owner'`);
    expect(rows).toHaveLength(1);
    const last = rows[0].user_id === ids[0] ? owner : other;
    expect((await last.call('PATCH', `/api/v1/members/${rows[0].user_id}`, { role: 'viewer' })).status).toBe(
      409,
    );
  });

  it('give nobody a role above their own, and take none from above it', async () => {
    const house = await open();
    const owner = await setUp(house);
    const admin = await join(house, owner, 'admin@example.com', 'admin');
    const viewer = await join(house, owner, 'viewer@example.com', 'viewer');
    const { items } = (await owner.call<{ items: Member[] }>('GET', '/api/v1/members')).body;
    const idOf = (person: PersonClient) => items.find(({ email }) => email === person.email)?.userId;
    const patch = (who: PersonClient, whom: PersonClient, role: string) =>
      who.call('PATCH', `/api/v1/members/${idOf(whom)}`, { role });
    expect((await patch(admin, viewer, 'owner')).status).toBe(403);
    expect((await patch(admin, owner, 'viewer')).status).toBe(403);
    expect(
      (await admin.call('POST', '/api/v1/invitations', { email: 'x@example.com', role: 'owner' })).status,
    ).toBe(403);
    expect((await admin.call('DELETE', `/api/v1/members/${idOf(owner)}`)).status).toBe(403);
    expect((await patch(admin, viewer, 'member')).status).toBe(204);
    // At once, in the session that they have.
    expect((await sessionOf(viewer)).me?.role).toBe('member');
    expect((await admin.call('DELETE', `/api/v1/members/${idOf(viewer)}`)).status).toBe(204);
    expect((await viewer.call('GET', '/api/v1/agents')).status).toBe(401);
  });
});

describe('API keys', () => {
  it('are shown once, stored as a digest, and do no more than whoever made them', async () => {
    const lines: string[] = [];
    const house = await open({ onLogLine: (line) => lines.push(line) });
    const owner = await setUp(house);
    const made = await owner.call<{ id: string; key: string; last4: string }>('POST', '/api/v1/api-keys', {
      ...{ name: 'CI', scopes: ['leads:read', 'leads:read'] },
    });
    const { key, last4 } = made.body;
    expect(key).toMatch(/^ak_live_[\w-]{43}$/);
    expect(key.endsWith(last4)).toBe(true);
    const use = () => fetch(`${house.url}/api/v1/leads`, { headers: { authorization: `Bearer ${key}` } });
    expect((await use()).status).toBe(200);
    const listed = await owner.call<{ items: { lastUsedAt: string | null; scopes: string[] }[] }>(
      'GET',
      '/api/v1/api-keys',
    );
    expect(listed.body.items).toMatchObject([{ scopes: ['leads:read'], lastUsedAt: expect.any(String) }]);
    const { rows } = await house.pool.query(`select to_jsonb(k) as row from api_keys k`);
    expect(JSON.stringify([rows, listed.body, lines])).not.toContain(key);
    const small = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const larger = await fetch(`${house.url}/api/v1/api-keys`, {
      ...{ method: 'POST', headers: small, body: JSON.stringify({ name: 'x', scopes: ['keys:write'] }) },
    });
    expect(larger.status).toBe(403);
    expect((await owner.call('DELETE', `/api/v1/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await use()).status).toBe(401);
  });
});

describe('the audit log', () => {
  it('says who changed what, and holds no secret', async () => {
    const house = await open();
    const owner = await setUp(house);
    const agent = await owner.call<{ id: string }>('POST', '/api/v1/agents', { name: 'Robin' });
    await owner.call('PUT', '/api/v1/secrets/shop_key', {
      value: 'a-very-secret-value',
      hosts: ['example.com'],
    });
    await owner.call('POST', '/api/v1/agents', { name: '' });
    const { items } = (await owner.call<{ items: { action: string }[] }>('GET', '/api/v1/audit')).body;
    expect(items.slice(0, 3)).toMatchObject([
      {
        action: 'put /api/v1/secrets/{name}',
        target: 'shop_key',
        change: { value: '•••', hosts: ['example.com'] },
      },
      {
        action: 'post /api/v1/agents',
        target: agent.body.id,
        change: { name: 'Robin' },
        actor: { name: 'Ingrid Berg' },
      },
      { action: 'set-up', ip: '127.0.0.1', actor: { type: 'person', name: 'Ingrid Berg' } },
    ]);
    expect(JSON.stringify(items)).not.toContain('a-very-secret-value');
  });

  it('only grows, and is whole, whoever writes at once', async () => {
    const house = await open();
    const owner = await setUp(house);
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        owner.call('POST', '/api/v1/agents', { name: `Agent ${number}` }),
      ),
    );
    const check = async () => (await owner.call('GET', '/api/v1/audit/check')).body;
    const whole = { problem: null, brokenAt: null, sealedFrom: 1 };
    expect(await check()).toEqual({ rows: 21, ...whole });
    for (const change of [
      `update audit_log set actor_name = 'x'`,
      'delete from audit_log',
      'truncate audit_log',
      'delete from audit_heads',
      'truncate audit_heads',
    ])
      await expect(house.pool.query(change)).rejects.toThrow('only grows');
    await owner.call('POST', '/api/v1/workspaces', { name: 'Second' });
    expect(await check()).toEqual({ rows: 1, ...whole });
    const { items } = (await owner.call<{ items: object[] }>('GET', '/api/v1/audit')).body;
    expect(items).toMatchObject([{ action: 'workspace-made', change: { name: 'Second' } }]);
  });
});
