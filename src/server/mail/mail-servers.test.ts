import { once } from 'node:events';
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mailCertificate } from '../../../tests/harness/mail-certificate.ts';
import { type SmtpServer, startSmtpServer } from '../../../tests/harness/smtp-server.ts';
import { trustCertificates } from '../../../tests/harness/trust-certificates.ts';
import type { MailFailed, MailServer } from '../../connections/mail.ts';
import { createEgress } from '../platform/egress/egress.ts';
import { parseEgressAllow } from '../platform/egress/egress-allow.ts';
import { createRedactor } from '../platform/secrets/redactor.ts';
import { MailServers } from './mail-servers.ts';

beforeAll(() => trustCertificates(mailCertificate.cert));
afterAll(() => trustCertificates());

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const login = { user: 'ingrid', password: 'a pass+word' };
const mail = {
  id: 'e1',
  to: 'max@example.com',
  subject: 'Grüße\r\nBcc: eve@example.com',
  text: 'Hello\n.\nü',
};

async function start(options: SmtpServer['options'] = {}): Promise<SmtpServer> {
  const server = await startSmtpServer({ tls: 'starttls', login, ...options });
  closers.push(() => server.close());
  return server;
}

/** `mail.example.com` is the server of the test, where the operator allows that. */
function open(port: number, { allow = `mail.example.com:${port},127.0.0.1:${port}`, totalMs = 5_000 } = {}) {
  const redactor = createRedactor();
  redactor.add(login.password);
  const egress = createEgress({ allow: parseEgressAllow(allow), resolve: async () => ['127.0.0.1'] });
  const servers = new MailServers({ egress, redact: (text) => redactor.redact(text), totalMs });
  closers.push(
    () => egress.close(),
    () => servers.close(),
  );
  const use = (more: Partial<MailServer> = {}) => ({
    ...{ workspaceId: 'w', connectionId: 'c' },
    server: {
      ...{ host: 'mail.example.com', port, tls: 'starttls' as const, login },
      from: { name: 'Nordlys', address: 'hello@nordlys.example' },
      ...more,
    },
  });
  return { servers, use };
}

const failureOf = async (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: MailFailed) => ({ fault: error.fault, answer: error.answer }),
  );

describe('a mail', () => {
  it.each(['starttls', 'implicit'] as const)('goes out by %s, signed in, as it was meant', async (tls) => {
    const server = await start({ tls });
    const { servers, use } = open(server.port);
    await servers.check(use({ tls }));
    expect(server.taken).toEqual([]);
    await servers.send(use({ tls }), mail);
    const [taken] = server.taken;
    expect(taken).toMatchObject({ from: 'hello@nordlys.example', to: ['max@example.com'] });
    expect(taken?.data).toMatch(/^From: Nordlys <hello@nordlys\.example>\r$/m);
    expect(taken?.data).toMatch(/^Message-ID: <e1@nordlys\.example>\r$/m);
    expect(taken?.data).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(taken?.data).not.toMatch(/^Bcc:/im);
    expect(server.heard).toContain('EHLO nordlys.example');
  });

  it('can bring no second recipient and no header by its addresses', async () => {
    const server = await start();
    const { servers, use } = open(server.port);
    const name = 'Nordlys" <eve@example.com>\r\nBcc: eve@example.com';
    await servers
      .send(use({ from: { name, address: 'hello@nordlys.example' } }), {
        ...mail,
        to: 'max@example.com,eve@example.com',
      })
      .catch(() => undefined);
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('eve@example.com');
    await servers.send(use({ from: { name, address: 'hello@nordlys.example' } }), mail);
    expect(server.taken.at(-1)).toMatchObject({ from: 'hello@nordlys.example', to: ['max@example.com'] });
    expect(server.taken.at(-1)?.data).not.toMatch(/^Bcc:/im);
  });

  it('takes the connection of the one before, and a new one when that was closed or the password is another', async () => {
    const server = await start();
    const { servers, use } = open(server.port);
    await servers.send(use(), mail);
    await servers.send(use(), mail);
    expect(server.connections).toBe(1);
    let ends = 1;
    server.options.answer = (line) => (line.startsWith('MAIL') && ends-- > 0 ? 'end' : undefined);
    await servers.send(use(), mail);
    expect(server.taken).toHaveLength(3);
    server.options.login = { ...login, password: 'another' };
    await servers.send(use({ login: server.options.login }), mail);
    expect(server.connections).toBe(3);
  });

  it('goes without TLS only where the operator allows the server', async () => {
    const server = await start({ tls: 'none' });
    delete server.options.login;
    const plain = { tls: 'none', login: null } as const;
    const { servers, use } = open(server.port);
    await servers.send(use(plain), mail);
    expect(server.taken).toHaveLength(1);
    const strict = open(server.port, { allow: '' });
    expect(await failureOf(strict.servers.send(strict.use({ ...plain, port: 587 }), mail))).toMatchObject({
      fault: 'blocked',
    });
    expect(server.connections).toBe(1);
  });
});

describe('what goes wrong is told apart', () => {
  it('a wrong password, of which no form comes back', async () => {
    const server = await start();
    const { servers, use } = open(server.port);
    const wrong = { user: 'ingrid', password: 'wrong-password' };
    const told = { fault: 'sign_in', answer: '535 5.7.8' };
    expect(await failureOf(servers.check(use({ login: wrong })))).toEqual(told);
    expect(await failureOf(servers.send(use({ login: wrong }), mail))).toEqual(told);
  });

  it('no TLS, before a password or a mail was said', async () => {
    const server = await start({ tls: 'none' });
    const { servers, use } = open(server.port);
    expect(await failureOf(servers.send(use(), mail))).toMatchObject({ fault: 'no_starttls' });
    expect(server.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
    expect(await failureOf(servers.check(use({ tls: 'implicit' })))).toMatchObject({ fault: 'tls' });
  });

  it('a certificate that is nobody’s, or of another server', async () => {
    const server = await start();
    const named = open(server.port, { allow: `nordlys.example:${server.port}` });
    expect(await failureOf(named.servers.check(named.use({ host: 'nordlys.example' })))).toMatchObject({
      fault: 'certificate',
    });
    trustCertificates();
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const { servers, use } = open(server.port);
      expect(await failureOf(servers.send(use(), mail))).toMatchObject({ fault: 'certificate' });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      trustCertificates(mailCertificate.cert);
    }
    expect(server.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
  });

  it.each([
    ['MAIL', '550 5.1.0 not you', 'sender'],
    ['RCPT', '550 5.1.1 nobody here', 'recipient'],
    ['DATA', '554 5.7.1 spam', 'content'],
    ['AUTH', '454 4.7.0 later', 'broken'],
    ['MAIL', 'end', 'broken'],
  ] as const)('%s answered by %s', async (command, answer, fault) => {
    const server = await start({ answer: (line) => (line.startsWith(command) ? answer : undefined) });
    const { servers, use } = open(server.port);
    const said = command === 'AUTH' ? '454 4.7.0' : answer === 'end' ? null : answer;
    expect(await failureOf(servers.send(use(), mail))).toEqual({ fault, answer: said });
  });

  it('nobody there, and somebody who says nothing', async () => {
    const server = await start();
    const gone = open(1);
    expect(await failureOf(gone.servers.check(gone.use()))).toMatchObject({ fault: 'connect' });
    server.options.answer = () => 'silence';
    const { servers, use } = open(server.port, { totalMs: 300 });
    expect(await failureOf(servers.check(use()))).toMatchObject({ fault: 'timeout' });
    expect(await failureOf(servers.send(use(), mail))).toMatchObject({ fault: 'timeout' });
  });

  it('a connection that is not made in time, or a moment too late, which is closed', async () => {
    const openWith = (connectMail: (target: { signal: AbortSignal }) => Promise<Socket>) =>
      new MailServers({ egress: { connectMail }, redact: (text) => text, totalMs: 20 });
    const { use } = open(587);
    const never = openWith(() => new Promise(() => undefined));
    expect(await failureOf(never.check(use()))).toMatchObject({ fault: 'timeout' });
    expect(await failureOf(never.send(use(), mail))).toMatchObject({ fault: 'timeout' });
    const socket = new Socket();
    const closed = once(socket, 'close');
    const late = openWith(async ({ signal }) => {
      if (!signal.aborted) await once(signal, 'abort');
      return socket;
    });
    expect(await failureOf(late.check(use()))).toMatchObject({ fault: 'timeout' });
    await closed;
  });

  it('a server that offers no sign-in, which no other password would mend', async () => {
    const server = await start({
      answer: (line) => (line.startsWith('AUTH') ? '503 5.5.1 not enabled' : undefined),
    });
    delete server.options.login;
    const { servers, use } = open(server.port);
    expect(await failureOf(servers.check(use()))).toEqual({ fault: 'no_sign_in', answer: '503 5.5.1' });
  });

  it('a server that says the password back is not quoted with it', async () => {
    const words = Buffer.from(`\0${login.user}\0${login.password}`).toString('base64');
    const server = await start({
      answer: (line) => (line.startsWith('RCPT') ? `550 you said ${words} and ${login.password}` : undefined),
    });
    const { servers, use } = open(server.port);
    const failed = await failureOf(servers.send(use(), mail));
    expect(failed).toMatchObject({ fault: 'recipient', answer: expect.stringContaining('you said') });
    expect(failed?.answer).not.toContain(login.password);
    expect(failed?.answer).not.toContain(Buffer.from(login.password).toString('base64').slice(2, 12));
  });
});
