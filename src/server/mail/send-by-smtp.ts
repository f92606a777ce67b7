import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { toMessage } from './to-message.ts';

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands one mail to the operator's own mail server. nodemailer opens its socket itself, so it is given an address and no name: it
 * resolves nothing and goes nowhere else. The address comes from the operator's environment, and may be private.
 */
export async function sendBySmtp(smtpUrl: string, message: ReturnType<typeof toMessage>): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const isSecure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const { address } = await lookup(host);
  const transport = createTransport({
    ...TIMES,
    host: address,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password goes over no plain line.
    requireTLS: !isSecure && username !== '',
    tls: { ...(isIP(host) ? {} : { servername: host }) },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}
