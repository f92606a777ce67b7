import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Canary } from '../../../../tests/harness/canary.ts';
import { rounds } from '../../../../tests/harness/rounds.ts';
import { createEgress, type EgressError } from './egress.ts';
import { parseEgressAllow } from './egress-allow.ts';

interface Row {
  id: string;
  url: string;
  why: string;
  expect: 'blocked' | 'allowed';
  reason?: string;
  dns?: Record<string, string[] | null>;
  dns_second?: Record<string, string[]>;
  redirect?: unknown;
  ctx?: { self_origins?: string[]; operator_allow?: string[]; has_secret?: boolean };
}

const rows = readFileSync(new URL('../../../../tests/data/ssrf.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  // What redirects do is in follow-redirects.test.ts, with all of these rows.
  .filter(({ redirect }) => !redirect);

let canary: Canary;
beforeAll(async () => {
  canary = await Canary.start();
});
afterEach(() => {
  expect({ connections: canary.connections, bytes: canary.bytes }).toEqual({ connections: 0, bytes: 0 });
});
afterAll(() => canary.close());

function egressFor({ dns = {}, dns_second = {}, ctx = {} }: Row) {
  const asked = new Set<string>();
  return createEgress({
    allow: parseEgressAllow((ctx.operator_allow ?? []).join(',')),
    self: () => ({ origins: ctx.self_origins ?? [], port: null }),
    resolve: async (name) => {
      const answers = asked.has(name) ? (dns_second[name] ?? dns[name]) : dns[name];
      asked.add(name);
      if (!answers) throw new Error(`no such name: ${name}`);
      return answers;
    },
  });
}

const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: EgressError) => error.reason,
  );
const request = { method: 'GET', headers: [], workspaceId: 'w', totalMs: 5_000 } satisfies object;

describe('every row that is to be blocked is, for its reason, and without a byte', () => {
  const blocked = rows.filter(({ expect }) => expect === 'blocked');
  it.each(blocked.filter(({ dns_second }) => !dns_second))('$id $why', async (row) => {
    const egress = egressFor(row);
    const hasSecret = row.ctx?.has_secret ?? false;
    expect(await reasonOf(egress.check(row.url, { hasSecret }))).toBe(row.reason);
    expect(await reasonOf(egress.send({ ...request, url: row.url, hasSecret }))).toBe(row.reason);
    expect(await reasonOf(egress.fetch(row.url))).toBe(row.reason);
    await egress.close();
  });

  it.each(blocked.filter(({ dns_second }) => dns_second))('$id $why', async (row) => {
    const egress = egressFor(row);
    await egress.check(row.url);
    expect(await reasonOf(egress.send({ ...request, url: row.url }))).toBe(row.reason);
    await egress.close();
  });

  it('so is the same with the port of something that listens there', async () => {
    const onLoopback = blocked.filter(
      ({ reason, url }) => reason === 'ip_private' && /^http:\/\/[^/:]+\/$/.test(url),
    );
    const urls = onLoopback.map(({ url }) => `${url.slice(0, -1)}:${canary.port}/`);
    urls.push(
      `http://[::1]:${canary.port}/`,
      `http://[::ffff:127.0.0.1]:${canary.port}/`,
      `http://[::]:${canary.port}/`,
    );
    const egress = createEgress();
    for (const url of urls) {
      expect([url, await reasonOf(egress.send({ ...request, url }))]).toEqual([url, 'ip_private']);
      expect([url, await reasonOf(egress.fetch(url))]).toEqual([url, 'ip_private']);
    }
    await egress.close();
  });
});

describe('every row that is to be allowed passes the check', () => {
  it.each(rows.filter(({ expect }) => expect === 'allowed'))('$id $why', async (row) => {
    const egress = egressFor(row);
    expect(await reasonOf(egress.check(row.url))).toBe('allowed');
    await egress.close();
  });
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'a name that turns to %s meanwhile reaches nothing',
  async (address) => {
    const count = rounds(50, 1_000);
    const asked = new Set<string>();
    const egress = createEgress({
      resolve: async (name) => {
        if (asked.has(name)) return [address];
        asked.add(name);
        return ['93.184.215.14'];
      },
    });
    for (let round = 0; round < count; round++) {
      const url = `http://rebind-${round}.example.com:${canary.port}/`;
      await egress.check(url);
      const sent = round % 2 ? egress.fetch(url) : egress.send({ ...request, url });
      expect(await reasonOf(sent)).toBe('dns_private');
    }
    await egress.close();
  },
);

it('no such name is told as that, and as nothing that was sent', async () => {
  const egress = egressFor({ id: '', url: '', why: '', expect: 'blocked' });
  const failed = egress.send({ ...request, url: 'https://nowhere.example.com/' });
  await expect(failed).rejects.toMatchObject({ reason: 'dns', kind: 'network', maybeSent: false });
  await egress.close();
});

it('a name server that does not answer is not waited for', async () => {
  const egress = createEgress({ resolve: () => new Promise(() => undefined), times: { dnsMs: 20 } });
  expect(await reasonOf(egress.check('https://slow.example.com/'))).toBe('dns');
  await egress.close();
});

describe('this server itself', () => {
  const self = () => ({ origins: ['https://chat.example.com'], port: canary.port });
  const allow = parseEgressAllow('127.0.0.0/8, 0.0.0.0, ::1, chat.example.com, here.example.com');
  const resolve = async () => ['127.0.0.1'];

  it.each(['https://chat.example.com/api', 'https://CHAT.example.com.:443/'])(
    '%s is never called',
    async (url) => {
      const egress = createEgress({ allow, self, resolve });
      expect(await reasonOf(egress.send({ ...request, url }))).toBe('self_origin');
      await egress.close();
    },
  );

  it.each(['127.0.0.1', '127.9.9.9', '0.0.0.0', '[::1]', 'here.example.com'])(
    'is not reached by its port at %s, although the operator allows the place',
    async (host) => {
      const egress = createEgress({ allow, self, resolve });
      expect(await reasonOf(egress.send({ ...request, url: `http://${host}:${canary.port}/` }))).toBe(
        'self_origin',
      );
      await egress.close();
    },
  );
});

it('whoever answers at another address than the one that was checked gets no byte', async () => {
  // Linux takes 0.0.0.0 for 127.0.0.1: the one case in which the peer is not who was called.
  const other = await Canary.start();
  const egress = createEgress({ allow: parseEgressAllow(`0.0.0.0:${other.port}`) });
  const failed = egress.send({ ...request, url: `http://0.0.0.0:${other.port}/` });
  await expect(failed).rejects.toMatchObject({ maybeSent: false });
  expect(other.bytes).toBe(0);
  await egress.close();
  await other.close();
});

describe('a secret', () => {
  it('goes over https only', async () => {
    const egress = createEgress({ resolve: async () => ['93.184.215.14'] });
    const url = 'http://api.example.com/';
    expect(await reasonOf(egress.check(url, { hasSecret: true }))).toBe('secret_needs_https');
    expect(await reasonOf(egress.send({ ...request, url, hasSecret: true }))).toBe('secret_needs_https');
    expect(await reasonOf(egress.secretFetch(url))).toBe('secret_needs_https');
    expect(await reasonOf(egress.check(url))).toBe('allowed');
    await egress.close();
  });

  it('goes over http to a host that the operator allows', async () => {
    const egress = createEgress({ allow: parseEgressAllow('192.168.1.50:5678') });
    expect(await reasonOf(egress.check('http://192.168.1.50:5678/', { hasSecret: true }))).toBe('allowed');
    await egress.close();
  });
});
