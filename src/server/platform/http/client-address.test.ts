import type { Context } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress, isLoopback, networkOf } from './client-address.ts';

function call(remoteAddress: string, forwarded?: string): Context {
  const headers = forwarded ? { 'x-forwarded-for': forwarded } : {};
  const incoming = { headers, socket: { remoteAddress }, connection: { remoteAddress } };
  return { env: { incoming } } as unknown as Context;
}

describe('the address of the caller', () => {
  it('is that of the connection, whatever a header claims', () => {
    expect(clientAddress(0)(call('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  it('comes from as many proxies as the operator named, and no further', () => {
    const chain = call('10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2');
    expect(clientAddress(1)(chain)).toBe('10.0.0.2');
    expect(clientAddress(2)(chain)).toBe('198.51.100.1');
    expect(clientAddress(['10.0.0.0/8'])(chain)).toBe('198.51.100.1');
  });
});

it.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2ff::1', '2001:db8:1:02::/56'],
  ['2001:db8:1:200::1', '2001:db8:1:02::/56'],
])('%s shares the budget of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('knows loopback', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['10.0.0.1', '128.0.0.1', '::2'].some(isLoopback)).toBe(false);
});
