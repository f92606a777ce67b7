import { describe, expect, it } from 'vitest';
import { allowsAddress, allowsName, namesPort, parseEgressAllow } from './egress-allow.ts';

const allow = parseEgressAllow(
  'Ollama:11434, crm.lan  192.168.1.50:5678,10.0.0.0/8\n[fd00::1]:8080 fd12::/16 ::1',
);

it('an empty list allows nothing', () => expect(parseEgressAllow(' , ')).toEqual([]));

it.each([
  ['ollama', 11434, true],
  ['ollama', 80, false],
  ['crm.lan', 8080, true],
  ['other.lan', 80, false],
])('name %s at port %i: %s', (name, port, verdict) => expect(allowsName(allow, name, port)).toBe(verdict));

it.each([
  ['192.168.1.50', 5678, true],
  ['::ffff:192.168.1.50', 5678, true],
  ['192.168.1.50', 80, false],
  ['192.168.1.51', 5678, false],
  ['10.255.0.1', 443, true],
  ['11.0.0.1', 443, false],
  ['fd00::1', 8080, true],
  ['fd00::1', 80, false],
  ['fd12:3456::1', 80, true],
  ['::1', 3000, true],
  ['crm.lan', 80, false],
])('address %s at port %i: %s', (address, port, verdict) =>
  expect(allowsAddress(allow, address, port)).toBe(verdict),
);

it('a port that is no web port has to be named', () => {
  expect(namesPort(parseEgressAllow('10.0.0.1:6379'), '10.0.0.1', 6379)).toBe(true);
  expect(namesPort(parseEgressAllow('cache:6379'), 'cache', 6379)).toBe(true);
  expect(namesPort(parseEgressAllow('cache, 10.0.0.1, 10.0.0.0/8'), 'cache', 6379)).toBe(false);
});

describe('what cannot be read is named', () => {
  it.each([
    ...[
      'http://10.0.0.1',
      '10.0.0.0/33',
      '10.0.0.1:0',
      '10.0.0.1:99999',
      'host:port',
      '*.lan',
      'a..b',
      '127.1',
    ],
    ...['[10.0.0.1]', '[::1', 'user@host', '256.1.1.1', '-a.lan', '10.0.0.0/8:80'],
  ])('%s', (part) => {
    expect(() => parseEgressAllow(`crm.lan,${part}`)).toThrow(
      `“${part}” is not a host, a host:port or a CIDR`,
    );
  });
});
