import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { mailCertificate } from '../../../tests/harness/mail-certificate.ts';
import { noMail } from '../../../tests/harness/no-mail.ts';
import { join, PersonClient, readLink, setUp } from '../../../tests/harness/person-client.ts';
import { plainSend } from '../../../tests/harness/plain-send.ts';
import { type SmtpServer, startSmtpServer } from '../../../tests/harness/smtp-server.ts';
import { trustCertificates } from '../../../tests/harness/trust-certificates.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { MadeInvitation } from '../../contract/accounts/person.ts';
import type { Reference } from '../../contract/actions/reference.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import { MailFailed } from '../mail.ts';
import { smtp } from './connection.ts';

const login = { user: 'ingrid', password: 'vinter-og-vann-1987' };
const lines: string[] = [];

let server: SmtpServer;
let house: Harness;
let owner: PersonClient;
let admin: PersonClient;

beforeAll(async () => {
  trustCertificates(mailCertificate.cert);
  server = await startSmtpServer({ tls: 'starttls', login });
  house = await Harness.start({
    egressAllow: `localhost:${server.port},127.0.0.1:${server.port},localhost:1`,
    onLogLine: (line) => lines.push(line),
  });
  owner = await setUp(house);
  admin = await join(house, owner, 'adam@example.com', 'admin');
});
afterAll(async () => {
  trustCertificates();
  await house.close();
  await server.close();
});

type Answer = Connection & { error: { code: string; message: string; details?: { path: string }[] } };
const settings = (more: object = {}) => ({
  ...{ host: 'localhost', port: server.port, user: login.user },
  ...{ fromAddress: 'hello@nordlys.example', fromName: 'Nordlys', ...more },
});
const call = (method: string, path = '', body?: unknown, who = owner) =>
  who.call<Answer>(method, `/api/v1/connections${path}`, body);
const connect = async (more: object = {}, password = login.password) =>
  call('POST', '', { kind: 'smtp', settings: settings(more), credentials: { password } });
const invite = (email: string, who = owner) =>
  who.call<MadeInvitation>('POST', '/api/v1/invitations', { email, role: 'viewer' });
const disconnectAll = async () => {
  const { body } = await owner.call<{ items: Connection[] }>('GET', '/api/v1/connections');
  for (const { id } of body.items) await call('DELETE', `/${id}`);
};

describe('a mail server', () => {
  it('is tried when it is connected: TLS, sign-in, and no mail; its password is never told', async () => {
    const { status, body } = await connect();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ...{ kind: 'smtp', name: 'SMTP', state: 'connected', problem: null, hasCredentials: true },
        ...{ settings: settings({ tls: 'starttls' }), lastUsedAt: null },
        account: { email: 'hello@nordlys.example' },
        usedBy: [{ type: 'invitations', id: 'invitations', name: 'Invitations', agentId: null }],
      },
    });
    expect(server.heard).toEqual(expect.arrayContaining(['STARTTLS', expect.stringMatching(/^AUTH PLAIN /)]));
    expect(server.taken).toEqual([]);
    const { rows } = await house.pool.query('select * from connections where id = $1', [body.id]);
    const told = JSON.stringify([body, (await call('GET')).body, rows, lines]);
    expect(told).toContain(body.id);
    expect(told).not.toContain(login.password);
    expect(told).not.toContain(Buffer.from(`\0${login.user}\0${login.password}`).toString('base64'));
  });

  it('sends the invitations of its workspace, once each, and says that it was used', async () => {
    const before = house.mails.length;
    expect(await invite('max@example.com')).toMatchObject({ status: 201, body: { unsent: null } });
    const [taken] = server.taken;
    expect(taken).toMatchObject({ from: 'hello@nordlys.example', to: ['max@example.com'] });
    expect(taken?.data).toMatch(/^From: Nordlys <hello@nordlys\.example>\r$/m);
    expect(taken?.data).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const { body } = await owner.call<{ items: { id: string }[] }>('GET', '/api/v1/invitations');
    expect(taken?.data).toContain(`Message-ID: <${body.items[0]?.id}@nordlys.example>`);
    expect(house.mails).toHaveLength(before);
    const listed = await owner.call<{ items: Connection[] }>('GET', '/api/v1/connections');
    expect(listed.body.items[0]?.lastUsedAt).not.toBeNull();
  });

  it('never gets a link to a new password, which would be the account', async () => {
    const before = server.taken.length;
    const { email } = owner;
    expect((await owner.call('POST', '/api/v1/password/forgotten', { email })).status).toBe(204);
    expect(readLink(house, email, 'reset-password?token=')).not.toBe('');
    expect(server.taken).toHaveLength(before);
  });

  it('is connected and changed by owners only, whom a link that it sees could make', async () => {
    const body = { kind: 'smtp', settings: settings(), credentials: { password: login.password } };
    expect((await call('POST', '', body, admin)).status).toBe(403);
    const { body: listed } = await admin.call<{ items: Connection[] }>('GET', '/api/v1/connections');
    const id = listed.items[0]?.id;
    const changed = await call('PATCH', `/${id}`, { settings: settings() }, admin);
    expect(changed).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('owner') } },
    });
    const key = await owner.call<{ key: string }>('POST', '/api/v1/api-keys', {
      ...{ name: 'Automation', scopes: ['connections:read', 'connections:write'] },
    });
    const authorization = `Bearer ${key.body.key}`;
    expect((await house.api('POST', '/api/v1/connections', body, { authorization })).status).toBe(403);
    expect((await call('POST', `/${id}/test`, undefined, admin)).body.state).toBe('connected');
  });

  it('is listed as used, and can be disconnected all the same: invitations go the operator’s way again', async () => {
    const { body } = await owner.call<{ items: Connection[] }>('GET', '/api/v1/connections');
    const id = body.items[0]?.id;
    const uses = await owner.call<{ items: Reference[] }>('GET', `/api/v1/connections/${id}/references`);
    expect(uses.body.items).toEqual([
      { type: 'invitations', id: 'invitations', name: 'Invitations', agentId: null, blocks: false },
    ]);
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    const before = server.taken.length;
    expect((await invite('olga@example.com')).body.unsent).toBeNull();
    expect(readLink(house, 'olga@example.com', '/invitation/')).not.toBe('');
    expect(server.taken).toHaveLength(before);
  });

  it('of several, the newest that works is the one that is used', async () => {
    const works = (await connect()).body;
    const broken = (await connect({}, 'a-wrong-password')).body;
    expect(broken).toMatchObject({ state: 'reconnect', usedBy: [] });
    expect((await call('GET', `/${works.id}`)).body.usedBy).toHaveLength(1);
    const newer = (await connect({ fromName: 'Newer' })).body;
    expect(newer.usedBy).toHaveLength(1);
    expect((await call('GET', `/${works.id}`)).body.usedBy).toEqual([]);
    await disconnectAll();
  });
});

describe('what goes wrong', () => {
  it.each([
    ['a wrong password', {}, 'another-password', 'reconnect', 'does not accept the user ingrid'],
    ['nothing that listens', { port: 1 }, login.password, 'failing', 'nothing listens there'],
    ['a name of nobody', { host: 'mail.invalid', port: 587 }, login.password, 'failing', 'local name'],
    ['a private address', { host: '10.0.0.5', port: 587 }, login.password, 'failing', 'EGRESS_ALLOW'],
    [
      'a port of something else',
      { host: 'mail.example.com', port: 25 },
      login.password,
      'failing',
      '465 or 587',
    ],
    [
      'TLS from the start on a port without',
      { tls: 'implicit' },
      login.password,
      'failing',
      'wants STARTTLS',
    ],
  ])('%s is said in plain words', async (_, more, password, state, words) => {
    const { body } = await connect(more, password);
    expect(body).toMatchObject({ state, problem: expect.stringContaining(words) });
    expect(body.problem).not.toContain(password);
    await call('DELETE', `/${body.id}`);
  });

  it.each([
    ['dns', null, 'failing', 'There is no server of the name localhost'],
    ['timeout', null, 'failing', 'took too long to answer. With STARTTLS the port is usually 587'],
    ['certificate', null, 'failing', 'cannot be trusted (CERT_HAS_EXPIRED)'],
    [
      'no_sign_in',
      '503 5.5.1',
      'failing',
      'offers no sign-in that Bellhop can use. It answered “503 5.5.1”.',
    ],
    ['broken', '421 4.3.2 going down', 'failing', 'It answered “421 4.3.2 going down”.'],
    [
      'sender',
      '553 5.7.1 not yours',
      'failing',
      'takes no mail from hello@nordlys.example. It answered “553',
    ],
  ] as const)('%s: in words, with what to do', async (fault, answer, state, words) => {
    const failed = new MailFailed(fault, 'CERT_HAS_EXPIRED', { answer });
    const port = {
      settings: smtp.settings.parse(settings()),
      account: null,
      addresses: {},
      send: plainSend(),
    };
    const tested = smtp.test({ ...port, mail: { ...noMail, check: () => Promise.reject(failed) } });
    await expect(tested).rejects.toMatchObject({ state, message: expect.stringContaining(words) });
  });

  it('a server without TLS gets no password and no mail', async () => {
    server.options.tls = 'none';
    server.heard.length = 0;
    const { body } = await connect();
    server.options.tls = 'starttls';
    expect(body).toMatchObject({ state: 'failing', problem: expect.stringContaining('does not offer TLS') });
    expect(server.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
    await call('DELETE', `/${body.id}`);
  });

  it('when it breaks, whoever invites gets the cause and the link, and the connection says so too', async () => {
    const { body: made } = await connect();
    server.options.login = { ...login, password: 'changed-elsewhere' };
    const { status, body } = await invite('nils@example.com');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { unsent: { problem: expect.stringContaining('does not accept the user ingrid') } },
    });
    expect((await call('GET', `/${made.id}`)).body).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('Enter them again'),
    });
    // It is not tried again: servers lock out who does.
    const before = server.heard.length;
    expect((await invite('nora@example.com')).body.unsent?.problem).toContain('does not accept');
    expect(server.heard).toHaveLength(before);
    const token = body.unsent?.link.split('/invitation/')[1];
    const nils = new PersonClient(house.url, 'nils@example.com');
    const accepted = { token, name: 'Nils', password: 'a password that is long enough' };
    expect((await nils.call('POST', '/api/v1/invitations/accept', accepted)).status).toBe(204);
    const again = await call('PATCH', `/${made.id}`, { credentials: { password: 'changed-elsewhere' } });
    expect(again.body).toMatchObject({ state: 'connected', problem: null });
    expect((await invite('nora@example.com')).body.unsent).toBeNull();
    // The server of this test says back what it was sent.
    for (const password of [login.password, 'changed-elsewhere', 'a-wrong-password'])
      for (const words of [password, Buffer.from(`\0${login.user}\0${password}`).toString('base64')])
        expect(lines.join('')).not.toContain(words);
    server.options.login = login;
    await call('DELETE', `/${made.id}`);
  });

  it('an address that the server does not know is no fault of the connection', async () => {
    const { body: made } = await connect();
    server.options.answer = (line) => (line.startsWith('RCPT') ? '550 5.1.1 nobody of that name' : undefined);
    const { body } = await invite('typo@example.com');
    delete server.options.answer;
    expect(body.unsent?.problem).toContain('550 5.1.1 nobody of that name');
    expect((await call('GET', `/${made.id}`)).body).toMatchObject({ state: 'connected', problem: null });
    await call('DELETE', `/${made.id}`);
  });
});

it('a link that was handed on proves no address: whoever reads its mails takes the account back', async () => {
  const { id } = (await connect()).body;
  server.options.answer = (line) => (line.startsWith('RCPT') ? '550 5.1.1 nobody' : undefined);
  const email = 'victim@example.com';
  const token = (await invite(email)).body.unsent?.link.split('/invitation/')[1];
  delete server.options.answer;
  const somebody = new PersonClient(house.url, email);
  const account = { token, name: 'Somebody', password: 'a password of somebody else' };
  expect((await somebody.call('POST', '/api/v1/invitations/accept', account)).status).toBe(204);
  const { rows } = await house.pool.query('select email_verified from users where email = $1', [email]);
  expect(rows).toEqual([{ email_verified: false }]);
  await owner.call('POST', '/api/v1/password/forgotten', { email });
  const reset = readLink(house, email, 'reset-password?token=');
  const next = { token: reset, password: 'a password of the right person' };
  expect((await owner.call('POST', '/api/v1/password/reset', next)).status).toBe(204);
  expect((await somebody.call('GET', '/api/v1/agents')).status).toBe(401);
  expect((await somebody.signIn(account.password)).status).toBe(401);
  await call('DELETE', `/${id}`);
});

describe('a mail that fails late', () => {
  /** Invites, does something while the server has the mail in its hands, and lets that fail. */
  const failAfter = async (meanwhile: () => Promise<unknown>) => {
    server.heard.length = 0;
    server.options.answer = (line) => (line.startsWith('MAIL') ? 'silence' : undefined);
    const invited = invite('late@example.com');
    await waitFor(async () => server.heard.find((line) => line.startsWith('MAIL')));
    delete server.options.answer;
    await meanwhile();
    server.options.answer = (line) => (line.startsWith('MAIL') ? '550 5.1.0 not you' : undefined);
    server.hangUp();
    const { body } = await invited;
    delete server.options.answer;
    expect(body.unsent?.problem).toContain('“SMTP” under Integrations does not work: localhost');
  };

  it('is no fault of the settings that were mended meanwhile', async () => {
    const { id } = (await connect({ fromName: 'Wrong' })).body;
    await failAfter(async () => {
      const mended = await call('PATCH', `/${id}`, { settings: settings() });
      expect(mended.body.state).toBe('connected');
    });
    expect((await call('GET', `/${id}`)).body).toMatchObject({ state: 'connected', problem: null });
    await failAfter(() => Promise.resolve());
    expect((await call('GET', `/${id}`)).body.state).toBe('failing');
    await call('DELETE', `/${id}`);
  });

  it('names its own server, when that is disconnected meanwhile', async () => {
    const { id } = (await connect()).body;
    await failAfter(() => call('DELETE', `/${id}`));
  });
});

describe('a fault of Bellhop’s own', () => {
  it('does not name the mail server of the installation, which was never tried', async () => {
    const { id } = (await connect()).body;
    await house.pool.query(`update connections set credentials = 'broken' where id = $1`, [id]);
    const { problem, link } = (await invite('own@example.com')).body.unsent ?? {};
    expect(problem).toContain('log');
    expect(problem).not.toContain('SMTP_URL');
    expect(link).toContain('/invitation/');
    await call('DELETE', `/${id}`);
  });

  it('after the mail was taken does not make it an unsent one', async () => {
    const { id } = (await connect()).body;
    await house.pool.query(`
      create function refuse_use() returns trigger language plpgsql as $$ begin raise 'no use is noted'; end $$;
      create trigger refuse_use before update of last_used_at on connections execute function refuse_use()`);
    const before = server.taken.length;
    const { body } = await invite('taken@example.com');
    await house.pool.query('drop trigger refuse_use on connections; drop function refuse_use');
    expect(body.unsent).toBeNull();
    expect(server.taken).toHaveLength(before + 1);
    expect(lines.join('')).toContain('no use is noted');
    await call('DELETE', `/${id}`);
  });
});

describe('its settings', () => {
  it.each([
    [{ host: 'smtp://localhost' }, 'settings.host'],
    [{ host: 'localhost:587' }, 'settings.host'],
    [{ host: 'user@localhost' }, 'settings.host'],
    [{ port: 0 }, 'settings.port'],
    [{ port: '587' }, 'settings.port'],
    [{ tls: 'maybe' }, 'settings.tls'],
    [{ tls: 'none' }, 'settings.user'],
    [{ user: 'a\r\nRCPT TO:<eve@example.com>' }, 'settings.user'],
    [{ fromAddress: 'hello@nordlys.example\r\nBcc: eve@example.com' }, 'settings.fromAddress'],
    [{ fromAddress: 'hello@nordlys.example, eve@example.com' }, 'settings.fromAddress'],
    [{ fromName: 'Nordlys\r\nBcc: eve@example.com' }, 'settings.fromName'],
    [{ more: 1 }, 'settings'],
  ])('%j is refused by its path', async (more, path) => {
    const { status, body } = await connect(more);
    expect({ status, path: body.error.details?.[0]?.path }).toEqual({ status: 422, path });
  });

  it('a password goes to no other server than the one it was given for', async () => {
    const { body: made } = await connect();
    const moved = await call('PATCH', `/${made.id}`, { settings: settings({ host: '127.0.0.1' }) });
    expect(moved).toMatchObject({ status: 422, body: { error: { details: [{ path: 'credentials' }] } } });
    expect(
      (await call('PATCH', `/${made.id}`, { settings: settings({ fromName: 'Else' }) })).body,
    ).toMatchObject({ state: 'connected', settings: { fromName: 'Else' } });
    const none = { settings: settings({ user: '' }), credentials: null };
    expect((await call('PATCH', `/${made.id}`, none)).body).toMatchObject({ hasCredentials: false });
    await call('DELETE', `/${made.id}`);
  });
});
