import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import proxyAddr from 'proxy-addr';

/** Tells the address of whoever called, behind as many proxies as the operator named. */
export function clientAddress(trustProxy: number | string[]): (context: Context) => string {
  const trust = Array.isArray(trustProxy)
    ? proxyAddr.compile(trustProxy)
    : (_address: string, hop: number) => hop < trustProxy;
  return (context) => proxyAddr((context.env as HttpBindings).incoming, trust);
}

/** The network that shares one budget: an IPv4 /24, an IPv6 /56. */
export function networkOf(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  const groups = address.split('::')[0]?.split(':') ?? [];
  const [a = '0', b = '0', c = '0', d = '0'] = groups;
  return `${a}:${b}:${c}:${d.padStart(4, '0').slice(0, 2)}::/56`;
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
