import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../../tests/harness/rounds.ts';
import { checkTarget } from './check-target.ts';
import { EgressError } from './egress-error.ts';
import { FORBIDDEN_RANGES, isForbiddenPort, isLocalName, isPublicAddress } from './forbidden-places.ts';

/** One address in each range that no other range holds: without its range it would be public. */
const inside: Record<string, string> = {
  '0.0.0.0/8': '0.255.255.255',
  '10.0.0.0/8': '10.255.255.255',
  '100.64.0.0/10': '100.127.255.255',
  '127.0.0.0/8': '127.255.255.255',
  '168.63.129.16/32': '168.63.129.16',
  '169.254.0.0/16': '169.254.169.254',
  '172.16.0.0/12': '172.31.255.255',
  '192.0.0.0/24': '192.0.0.192',
  '192.0.2.0/24': '192.0.2.255',
  '192.31.196.0/24': '192.31.196.1',
  '192.52.193.0/24': '192.52.193.1',
  '192.88.99.0/24': '192.88.99.1',
  '192.168.0.0/16': '192.168.255.255',
  '192.175.48.0/24': '192.175.48.1',
  '198.18.0.0/15': '198.19.255.255',
  '198.51.100.0/24': '198.51.100.255',
  '203.0.113.0/24': '203.0.113.255',
  '224.0.0.0/4': '239.255.255.255',
  '240.0.0.0/4': '255.255.255.255',
  '2001::/23': '2001:1ff::1',
  '2001:db8::/32': '2001:db8:ffff::1',
  '2002::/16': '2002:7f00:1::',
  '2620:4f:8000::/48': '2620:4f:8000::1',
  '3fff::/20': '3fff:fff::1',
};

describe('each range is needed', () => {
  it.each(Object.entries(inside))('%s holds %s', (range, address) => {
    expect(FORBIDDEN_RANGES).toContain(range);
    expect(isPublicAddress(address)).toBe(false);
  });

  it('and each has its address here', () => expect(Object.keys(inside)).toEqual(FORBIDDEN_RANGES));
});

it.each([
  ...['1.0.0.0', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '168.63.129.15', '168.63.129.17', '169.253.255.255', '172.15.255.255', '172.32.0.0'],
  ...['192.0.1.0', '192.167.255.255', '198.17.255.255', '198.20.0.0', '203.0.114.0', '223.255.255.255'],
  ...['2001:200::1', '2001:4860:4860::8888', '2003::1', '2606:4700:4700::1111', '2620:4f:7fff::1', '3ffe::1'],
])('%s, next to a range, is public', (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  ...[
    '::',
    '::1',
    '::7f00:1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
  ],
  ...['100:0:0:1::1', '5f00::1', 'fc00::1', 'fd20:ce::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
  ...['4000::1', '1fff::1', 'not an address', '', '8.8.8.8/32'],
])('“%s” is not', (address) => expect(isPublicAddress(address)).toBe(false));

describe('an address has one verdict, however it is written', () => {
  const policy = { allow: [], self: () => ({ origins: [], port: null }) };
  const numRuns = rounds(500, 100_000);
  const verdictOf = (host: string): string => {
    try {
      checkTarget(`http://${host}/`, policy, false);
      return 'public';
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      // Refused for its spelling alone: the place itself is a public one.
      return error.reason === 'ip_noncanonical' ? 'public' : error.reason;
    }
  };

  const octets = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255)));
  const interesting = fc.constantFrom(...Object.values(inside).filter((text) => text.includes('.')));
  const v4 = fc.oneof(
    octets,
    interesting.map((text) => text.split('.').map(Number)),
  );
  const radices = [
    (n: number) => String(n),
    (n: number) => `0${n.toString(8)}`,
    (n: number) => `0x${n.toString(16)}`,
  ];
  const radix = fc.constantFrom(...radices);

  it('IPv4: decimal, octal, hexadecimal, in one to four parts, with a dot, percent-encoded, full-width', () => {
    fc.assert(
      fc.property(
        v4,
        fc.array(radix, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (ip, by, parts) => {
          const canonical = verdictOf(ip.join('.'));
          const last = ip.slice(parts - 1).reduce((sum, octet) => sum * 256 + octet, 0);
          const numbers = [...ip.slice(0, parts - 1), last];
          const written = numbers.map((number, index) => by[index]?.(number) ?? '').join('.');
          const encoded = [...written].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('');
          const wide = [...written]
            .map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
            .join('');
          for (const spelling of [written, `${written}.`, encoded, wide, written.replaceAll('.', '。')])
            expect([spelling, verdictOf(spelling)]).toEqual([spelling, canonical]);
        },
      ),
      { numRuns },
    );
  });

  const groups = fc.tuple(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(0, 0x64, 0x100, 0x2001, 0x2002, 0x2620, 0x3fff, 0xfc00, 0xfe80, 0xff02),
    ),
    ...Array.from({ length: 7 }, () => fc.oneof(fc.constant(0), fc.nat(0xffff))),
  );

  it('IPv6: short, long, upper-case, with zeros, with an IPv4 tail', () => {
    fc.assert(
      fc.property(groups, (parts) => {
        const long = parts.map((part) => part.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]/`).hostname;
        const tail = parts
          .slice(6)
          .flatMap((part) => [part >> 8, part & 255])
          .join('.');
        const mixed = `${parts
          .slice(0, 6)
          .map((part) => part.toString(16))
          .join(':')}:${tail}`;
        const canonical = verdictOf(short);
        for (const spelling of [`[${long}]`, `[${long.toUpperCase()}]`, `[${mixed}]`])
          expect([spelling, verdictOf(spelling)]).toEqual([spelling, canonical]);
      }),
      { numRuns },
    );
  });

  it.each([
    '0x08.8.8.8',
    '010.8.8.8',
    '8.8.2056',
    '134744072',
    '8.8.8.8.',
    '%38.8.8.8',
    '[2001:4860:4860:0::8888]',
  ])('%s is refused for its spelling', (host) =>
    expect(() => checkTarget(`http://${host}/`, policy, false)).toThrow(new EgressError('ip_noncanonical')),
  );
});

it.each([22, 25, 445, 2375, 3306, 5432, 6379, 9200, 10250, 11211, 27017])('port %i is not for HTTP', (port) =>
  expect(isForbiddenPort(port)).toBe(true),
);
it.each([80, 443, 3000, 5678, 8000, 8080, 8443, 11434])('port %i is', (port) =>
  expect(isForbiddenPort(port)).toBe(false),
);

it.each([
  'localhost',
  'postgres',
  'a.localhost',
  'kubernetes.default.svc',
  'db.svc.cluster.local',
  '1.0.0.10.in-addr.arpa',
])('%s is a local name', (name) => expect(isLocalName(name)).toBe(true));
it.each(['example.com', 'localhost.example.com', 'internal.example.com', 'münchen.example', 'local.co'])(
  '%s is none',
  (name) => expect(isLocalName(name)).toBe(false),
);
