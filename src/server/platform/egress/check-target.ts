import { allowsAddress, allowsName, type EgressAllow, namesPort } from './egress-allow.ts';
import { EgressError } from './egress-error.ts';
import { isForbiddenPort, isLocalName, isMailPort, isPublicAddress } from './forbidden-places.ts';
import { readTarget, type Target } from './read-target.ts';

export interface Policy {
  allow: EgressAllow;
  /** Where this server itself is reached: never called, not even when the operator allows the place. */
  self(): Self;
}

export interface Self {
  /** Such as `https://chat.example.com`. */
  origins: readonly string[];
  /** The port it listens on; null: it does not. */
  port: number | null;
}

/**
 * Everything that can be told without asking the DNS. A mail server is written like a web server: `https` is one that speaks TLS.
 * @throws EgressError `blocked`
 */
export function checkTarget(
  text: string,
  policy: Policy,
  hasSecret: boolean,
  use: 'web' | 'mail' = 'web',
): Target {
  const target = readTarget(text);
  const { url, host, port } = target;
  if (policy.self().origins.some((origin) => isOrigin(target, origin))) throw new EgressError('self_origin');
  const isAllowed = target.isAddress
    ? allowsAddress(policy.allow, host, port)
    : allowsName(policy.allow, host, port);
  if (!isAllowed) checkPublic(target);
  if (target.isAddress && !target.isPlain) throw new EgressError('ip_noncanonical');
  const isPort = use === 'mail' ? isMailPort(port) : !isForbiddenPort(port);
  if (!isPort && !namesPort(policy.allow, host, port))
    throw new EgressError(use === 'mail' ? 'mail_port' : 'port');
  if (hasSecret && url.protocol === 'http:' && !isAllowed)
    throw new EgressError(use === 'mail' ? 'plain_mail' : 'secret_needs_https');
  return target;
}

function checkPublic({ host, isAddress }: Target): void {
  if (isAddress && !isPublicAddress(host)) throw new EgressError('ip_private');
  if (!isAddress && isLocalName(host)) throw new EgressError('host_local');
}

/** A dot at the end of a name makes another text, and the same place. */
function isOrigin({ url }: Target, origin: string): boolean {
  const self = new URL(origin);
  const nameOf = ({ hostname }: URL) => hostname.replace(/\.$/, '');
  return self.protocol === url.protocol && self.port === url.port && nameOf(self) === nameOf(url);
}
