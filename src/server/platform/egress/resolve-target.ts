import { lookup, Resolver } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import type { Policy } from './check-target.ts';
import { allowsAddress, allowsName } from './egress-allow.ts';
import { EgressError } from './egress-error.ts';
import { isPublicAddress } from './forbidden-places.ts';
import type { Target } from './read-target.ts';

/** Name → all of its addresses. Rejects, or gives none, when there is no such name. */
export type Resolve = (name: string) => Promise<string[]>;

export interface ResolvePolicy extends Policy {
  /** Undefined: the DNS; for names that the operator allows, whatever the system knows, `/etc/hosts` too. */
  resolve: Resolve | undefined;
  dnsMs: number;
}

/**
 * The addresses to connect to, every one of them checked: one bad answer spoils them all.
 * @throws EgressError
 */
export async function resolveTarget(target: Target, policy: ResolvePolicy): Promise<string[]> {
  const { host, isAddress, port, url } = target;
  const isAllowedName = !isAddress && allowsName(policy.allow, host, port);
  const ask = policy.resolve ?? (isAllowedName ? askSystem : askDns);
  const addresses = isAddress ? [host] : await resolveInTime(() => ask(url.hostname), policy.dnsMs);
  if (addresses.length === 0) throw new EgressError('dns');
  if (port === policy.self().port && addresses.some(isOfThisMachine)) throw new EgressError('self_origin');
  const isGood = (address: string) =>
    isAllowedName || isPublicAddress(address) || allowsAddress(policy.allow, address, port);
  if (!addresses.every(isGood)) throw new EgressError(isAddress ? 'ip_private' : 'dns_private');
  return addresses;
}

async function resolveInTime(ask: () => Promise<string[]>, ms: number): Promise<string[]> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      ask(),
      wait(ms, undefined, { signal: timer.signal }).then(() => {
        throw new Error(`no answer within ${ms} ms`);
      }),
    ]);
  } catch (cause) {
    throw new EgressError('dns', { cause });
  } finally {
    timer.abort();
  }
}

/** Not through the system's resolver: a slow name server would hold one of the process's few threads. */
async function askDns(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
  return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

async function askSystem(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

function isOfThisMachine(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (['loopback', 'unspecified'].includes(address.range())) return true;
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.some((one) => ipaddr.process(one.address).toString() === address.toString());
}
