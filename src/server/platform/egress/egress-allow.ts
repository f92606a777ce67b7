import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What the operator permits although it is not public. `port: null`: every port that is not reserved. */
export type EgressAllow = readonly AllowEntry[];

type AllowEntry = { port: number | null } & ({ name: string } | { range: Range });
type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Reads EGRESS_ALLOW: hosts, host:port or CIDRs, with commas or spaces between them.
 * @throws Error with one line that names the part that cannot be read
 */
export function parseEgressAllow(text: string): EgressAllow {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(parseEntry);
}

export function allowsName(allow: EgressAllow, name: string, port: number): boolean {
  return allow.some((entry) => 'name' in entry && entry.name === name && coversPort(entry, port));
}

export function allowsAddress(allow: EgressAllow, address: string, port: number): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return allow.some((entry) => 'range' in entry && coversPort(entry, port) && isInside(parsed, entry.range));
}

/** Whether the operator wrote this very port next to the host. */
export function namesPort(allow: EgressAllow, host: string, port: number): boolean {
  const naming = allow.filter((entry) => entry.port === port);
  return allowsName(naming, host, port) || allowsAddress(naming, host, port);
}

function coversPort(entry: AllowEntry, port: number): boolean {
  return entry.port === null || entry.port === port;
}

function isInside(address: ipaddr.IPv4 | ipaddr.IPv6, range: Range): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}

function parseEntry(part: string): AllowEntry {
  if (part.includes('/') && ipaddr.isValidCIDR(part)) return { range: ipaddr.parseCIDR(part), port: null };
  if (isIP(part)) return { range: wholeAddress(part), port: null };
  const [, bracketed, plain = '', digits] = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(part) ?? [];
  const port = digits === undefined ? null : Number(digits);
  if (port === 0 || (port ?? 1) > 65_535) throw unreadable(part);
  if (bracketed !== undefined && isIP(bracketed) === 6) return { range: wholeAddress(bracketed), port };
  if (isIP(plain) === 4) return { range: wholeAddress(plain), port };
  const name = plain.toLowerCase().replace(/\.$/, '');
  if (!HOST_NAME.test(name)) throw unreadable(part);
  return { name, port };
}

/** What ends in a number would be an address, and is none. */
const HOST_NAME =
  /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*(?!\d+$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

function wholeAddress(text: string): Range {
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function unreadable(part: string): Error {
  return new Error(`“${part}” is not a host, a host:port or a CIDR`);
}
