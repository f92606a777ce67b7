import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Canary } from '../../../../tests/harness/canary.ts';
import { testCertificate } from '../../../../tests/harness/test-certificate.ts';
import { trustCertificates } from '../../../../tests/harness/trust-certificates.ts';
import { createEgress, type Egress } from './egress.ts';
import { parseEgressAllow } from './egress-allow.ts';
import type { EgressRequest } from './egress-request.ts';

interface Row {
  id: string;
  url: string;
  why: string;
  expect: 'blocked' | 'allowed';
  reason?: string;
  dns: Record<string, string[]>;
  redirect: { status: number; location: string };
}

const rows = readFileSync(new URL('../../../../tests/data/ssrf.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .filter(({ redirect }) => redirect);

interface Seen {
  host: string;
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let canary: Canary;
let secure: { port: number; close(): void };
let plain: { port: number; close(): void };
let seen: Seen[] = [];
/** Path → status and location. */
let redirects: Record<string, [status: number, location: string]> = {};

beforeAll(async () => {
  trustCertificates(testCertificate.cert);
  canary = await Canary.start();
  secure = await listen(createTlsServer(testCertificate, answer));
  plain = await listen(createServer(answer));
});
afterEach(() => {
  expect(canary.bytes).toBe(0);
  expect(canary.connections).toBe(0);
  seen = [];
  redirects = {};
});
afterAll(async () => {
  trustCertificates();
  secure.close();
  plain.close();
  await canary.close();
});

const answer: RequestListener = async (request, response) => {
  const { method = '', url: path = '', headers } = request;
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ host: headers.host?.split(':')[0] ?? '', method, path, headers, body });
  const [status, location] = redirects[path] ?? [200];
  response.writeHead(status, location ? { location } : {}).end(path);
};

async function listen(server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Our servers stand for these two hosts; every other name and address is judged as always. */
function open(dns: Record<string, string[]> = {}): Egress {
  const names = ['public.example.com', 'other.example.com'];
  return createEgress({
    allow: parseEgressAllow(
      names.flatMap((name) => [`${name}:${secure.port}`, `${name}:${plain.port}`]).join(','),
    ),
    resolve: async (name) => (names.includes(name) ? ['127.0.0.1'] : (dns[name] ?? [])),
  });
}

const at = (host: string, path: string) => `https://${host}.example.com:${secure.port}${path}`;
const plainAt = (host: string, path: string) => `http://${host}.example.com:${plain.port}${path}`;

async function send(request: Partial<EgressRequest>, dns?: Record<string, string[]>) {
  const egress = open(dns);
  try {
    return await egress.send({
      method: 'GET',
      url: at('public', '/start'),
      headers: [],
      workspaceId: 'w',
      maxRedirects: 3,
      ...request,
    });
  } finally {
    await egress.close();
  }
}

describe('every row with a redirect', () => {
  /** The row's public hosts are at our ports, whatever private it names at the canary's. */
  const place = (url: string) =>
    url
      .replace(/^https:\/\/(public|other)\.example\.com/, `$&:${secure.port}`)
      .replace(/^http:\/\/(public|other)\.example\.com/, `$&:${plain.port}`)
      .replace(/^http:\/\/(\[[^\]]*\]|internal\.example\.com|[\d.]+)\//, `http://$1:${canary.port}/`);

  it.each(rows)('$id $why', async ({ url, redirect, dns, reason }) => {
    redirects = { '/start': [redirect.status, place(redirect.location)] };
    const sent = send(
      { url: place(url), headers: [['x-key', 'k']], hasSecret: true, secretHeaders: ['x-key'] },
      dns,
    );
    if (reason) await expect(sent).rejects.toMatchObject({ reason, kind: 'blocked', maybeSent: true });
    else expect(await sent).toMatchObject({ status: 200, url: place(redirect.location) });
  });
});

it.each([
  ['http://127.0.0.1:PORT/', 'ip_private'],
  ['http://0x7f.1:PORT/', 'ip_private'],
  ['http://localhost:PORT/', 'host_local'],
  ['https://user@127.0.0.1:PORT/', 'userinfo'],
  ['//127.0.0.1:PORT/', 'ip_private'],
  ['//user:pass@other.example.com/', 'userinfo'],
  ['\\\\127.0.0.1:PORT\\', 'raw_char'],
  ['/\t/127.0.0.1:PORT/', 'raw_char'],
  ['https:127.0.0.1:PORT', 'authority_ambiguous'],
  ['https://127.0.0.1:PORT?@other.example.com', 'authority_ambiguous'],
  ['http://134744072/', 'ip_noncanonical'],
  ['https://api.example.com:6379/', 'port'],
  ['file:///etc/passwd', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['http://[::1', 'url_invalid'],
  ['https://none.example.com/', 'dns'],
])('a redirect to %s is refused: %s', async (location, reason) => {
  redirects = { '/start': [302, location.replace('PORT', String(canary.port))] };
  await expect(send({})).rejects.toMatchObject({ reason, maybeSent: true });
});

describe('how often', () => {
  it('never, unless the request says so: the redirect is the answer', async () => {
    redirects = { '/start': [302, '/next'] };
    expect(await send({ maxRedirects: 0 })).toMatchObject({ status: 302, url: at('public', '/start') });
    expect(seen).toHaveLength(1);
  });

  it('as often as it says, and not once more', async () => {
    redirects = { '/start': [302, '/a'], '/a': [307, 'b'], '/b': [308, at('other', '/c')] };
    expect(await send({ maxRedirects: 3 })).toMatchObject({ status: 200, url: at('other', '/c') });
    expect(seen.map(({ path }) => path)).toEqual(['/start', '/a', '/b', '/c']);
    await expect(send({ maxRedirects: 2 })).rejects.toMatchObject({
      reason: 'too_many_redirects',
      maybeSent: true,
    });
    expect(seen).toHaveLength(7);
  });

  it.each([300, 304, 200])('status %i is no redirect', async (status) => {
    redirects = { '/start': [status, '/next'] };
    expect((await send({})).status).toBe(status);
  });

  it('without a place to go, it is an answer', async () => {
    redirects = { '/start': [302, ''] };
    expect((await send({})).status).toBe(302);
  });
});

describe('what goes along', () => {
  const write: Partial<EgressRequest> = {
    method: 'POST',
    headers: [
      ['Authorization', 'Bearer s3cret'],
      ['Cookie', 'a=b'],
      ['X-Key', 's3cret'],
      ['Idempotency-Key', 'once'],
      ['Content-Type', 'application/json'],
    ],
    secretHeaders: ['x-key'],
    hasSecret: true,
    body: '{"token":"s3cret"}',
  };

  it.each([301, 302, 303])('%i: a write becomes a read without a body', async (status) => {
    redirects = { '/start': [status, '/next'] };
    await send(write);
    expect(seen[1]).toMatchObject({ method: 'GET', path: '/next', body: '' });
    expect(seen[1]?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'x-key': 's3cret' });
    expect(seen[1]?.headers['content-type']).toBeUndefined();
  });

  it.each([307, 308])('%i: a write stays what it is, at the same origin', async (status) => {
    redirects = { '/start': [status, '/next'] };
    await send(write);
    expect(seen[1]).toMatchObject({ method: 'POST', path: '/next', body: write.body });
    expect(seen[1]?.headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'content-type': 'application/json',
    });
  });

  it.each([301, 302, 303, 307, 308])(
    '%i: no secret and no body goes to another origin, or comes back',
    async (status) => {
      redirects = { '/start': [status, at('other', '/away')], '/away': [status, at('public', '/back')] };
      await send(write);
      expect(seen.map(({ host }) => host)).toEqual([
        'public.example.com',
        'other.example.com',
        'public.example.com',
      ]);
      expect(JSON.stringify(seen[0])).toContain('s3cret');
      expect(JSON.stringify(seen.slice(1))).not.toMatch(/s3cret|cookie|content-type/);
      expect(seen[2]?.headers['idempotency-key']).toBe('once');
    },
  );

  it('another port is another origin', async () => {
    redirects = { '/start': [307, plainAt('public', '/next')] };
    await send({ ...write, url: plainAt('other', '/start') });
    expect(JSON.stringify(seen[1])).not.toContain('s3cret');
  });

  it('what holds no secret any more needs no https', async () => {
    redirects = { '/start': [307, 'http://none.example.com/'] };
    // Refused because there is no such name, and for nothing else.
    await expect(send({ ...write, url: plainAt('public', '/start') })).rejects.toMatchObject({
      reason: 'dns',
    });
  });

  it('HEAD stays HEAD', async () => {
    redirects = { '/start': [303, '/next'] };
    await send({ method: 'HEAD' });
    expect(seen.map(({ method }) => method)).toEqual(['HEAD', 'HEAD']);
  });
});

it('from https to http is refused without a secret too', async () => {
  redirects = { '/start': [302, plainAt('public', '/next')] };
  await expect(send({})).rejects.toMatchObject({ reason: 'downgrade', maybeSent: true });
  expect(seen).toHaveLength(1);
});

describe('the certificate', () => {
  it('has to be for the name, not for the address behind it', async () => {
    const egress = createEgress({
      allow: parseEgressAllow('public.example.com, example.org, 127.0.0.1'),
      resolve: async () => ['127.0.0.1'],
    });
    const request = { method: 'POST', headers: [], workspaceId: 'w' } satisfies object;
    for (const host of ['public.example.com', 'public.example.com.'])
      expect((await egress.send({ ...request, url: `https://${host}:${secure.port}/` })).status).toBe(200);
    for (const host of ['example.org', '127.0.0.1']) {
      const failed = egress.send({ ...request, url: `https://${host}:${secure.port}/` });
      await expect(failed).rejects.toMatchObject({ reason: 'tls', kind: 'network', maybeSent: false });
    }
    expect(seen).toHaveLength(2);
    await egress.close();
  });

  it('counts, whatever the environment says', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      trustCertificates();
      await expect(send({})).rejects.toMatchObject({ reason: 'tls', maybeSent: false });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      trustCertificates(testCertificate.cert);
    }
  });
});
