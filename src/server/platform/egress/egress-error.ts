/** Why a request was not let out: words for the operator and the team, about what they configured. */
const BLOCKED = {
  url_invalid: 'The URL is not valid.',
  url_too_long: 'The URL is longer than 8192 characters.',
  raw_char: 'The URL holds a space, a control character or a backslash: write them percent-encoded.',
  scheme: 'The URL has to start with https:// or http://.',
  authority_ambiguous: 'It is not clear where the host of this URL ends: write it as https://host/path.',
  userinfo: 'The URL holds a user name or a password: send them in a header instead.',
  host_local: 'The host is a local name. The operator can permit it with EGRESS_ALLOW.',
  ip_private: 'The address is not a public one. The operator can permit it with EGRESS_ALLOW.',
  ip_noncanonical: 'The IP address is written in an unusual way: write it as 203.0.113.7 or [2001:db8::7].',
  port: 'The port belongs to something else than the web. The operator can permit it with EGRESS_ALLOW.',
  mail_port: 'Mail goes to port 465 or 587. The operator can permit another one with EGRESS_ALLOW.',
  plain_mail: 'Mail goes over TLS only. The operator can permit a server without it with EGRESS_ALLOW.',
  dns_private:
    'The name of the host leads to an address that is not a public one. The operator can permit it with EGRESS_ALLOW.',
  self_origin: 'The address is that of this Bellhop itself.',
  secret_needs_https: 'A request with a secret needs https://.',
  downgrade: 'The other side redirected from https:// to http://.',
  too_many_redirects: 'The other side redirected more often than is followed.',
  method: 'The method is not one that can be sent.',
  header:
    'A header cannot be sent: its name is reserved, or its value has characters that headers cannot carry.',
};

/** What went wrong on the way. Nothing more exact is told, so that a request is no probe of a network. */
const NETWORK = {
  dns: 'The name of the host could not be resolved.',
  connect: 'No connection could be made.',
  tls: 'No secure connection could be made: check the certificate of the other side.',
  timeout: 'The other side took too long.',
  reset: 'The other side broke off, or answered with what cannot be read.',
  too_large: 'The answer is larger than is accepted.',
  busy: 'Too many requests are under way: try again in a moment.',
  aborted: 'The request was given up.',
};

type BlockedReason = keyof typeof BLOCKED;
type NetworkReason = keyof typeof NETWORK;
export type EgressReason = BlockedReason | NetworkReason;

/** A request that was refused, or that failed on its way. The message names no address and is fit for the team. */
export class EgressError extends Error {
  readonly reason: EgressReason;
  /** `blocked`: refused here, by policy. */
  readonly kind: 'blocked' | 'network';
  /** Whether any byte of a request may have reached the other side. False: nothing was sent, it is safe to say it failed. */
  readonly maybeSent: boolean;

  constructor(
    reason: EgressReason,
    { maybeSent = false, cause }: { maybeSent?: boolean; cause?: unknown } = {},
  ) {
    super(isBlocked(reason) ? BLOCKED[reason] : NETWORK[reason], { cause });
    this.name = 'EgressError';
    this.reason = reason;
    this.kind = isBlocked(reason) ? 'blocked' : 'network';
    this.maybeSent = maybeSent;
  }
}

function isBlocked(reason: EgressReason): reason is BlockedReason {
  return Object.hasOwn(BLOCKED, reason);
}
