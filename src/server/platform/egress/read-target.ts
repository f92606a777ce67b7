import { isIP } from 'node:net';
import { EgressError } from './egress-error.ts';

/** Where a URL leads, read strictly: what two parsers could read differently is refused, never put right. */
export interface Target {
  url: URL;
  /** The name or the address, without brackets and without a dot at its end. */
  host: string;
  isAddress: boolean;
  port: number;
  /** The address is written as everybody writes it: no octal, no leading zeros, no missing parts. */
  isPlain: boolean;
}

/** @throws EgressError `blocked` */
export function readTarget(text: string): Target {
  if (text.length > 8192) throw new EgressError('url_too_long');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(text)) throw new EgressError('raw_char');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (scheme && !/^https?$/i.test(scheme)) throw new EgressError('scheme');
  if (!URL.canParse(text)) throw new EgressError('url_invalid');
  const url = new URL(text);
  const written = readAuthority(text);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isAddress = isIP(host) !== 0;
  if (!isAddress && !isName(host, written)) throw new EgressError('url_invalid');
  return {
    url,
    host,
    isAddress,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    isPlain: written.toLowerCase().replace(/:\d*$/, '') === url.hostname,
  };
}

/** What stands between `//` and the path. The URL parser is lenient there; other parsers are so in other ways. */
function readAuthority(text: string): string {
  const [, authority, rest = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(text) ?? [];
  if (authority === undefined) throw new EgressError('authority_ambiguous');
  if (authority.includes('@')) throw new EgressError('userinfo');
  if (/^[?#]/.test(rest) && rest.includes('@')) throw new EgressError('authority_ambiguous');
  return authority;
}

function isName(host: string, written: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 && !written.includes('%') && labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
  );
}
