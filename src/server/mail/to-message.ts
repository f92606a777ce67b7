import type { Mail } from '../../connections/mail.ts';

/**
 * A mail as nodemailer takes it. Its id is that of what it tells, so one that comes twice is known; no machine answers it; and an
 * address is an object, so that nothing in it is read as a second one.
 */
export function toMessage({ id, to, subject, text }: Mail, from: { name: string; address: string } | string) {
  const address = typeof from === 'string' ? from : from.address;
  const domain = /@([\w.-]+)>?\s*$/.exec(address)?.[1] ?? 'bellhop.invalid';
  return {
    ...{ from, subject, text },
    to: { name: '', address: to },
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
