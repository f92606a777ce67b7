import type { MailWay } from '../../src/connections/mail.ts';

/** Of a connection that is no mail server. */
export const noMail: MailWay = {
  check: () => Promise.reject(new Error('no mail server')),
  send: () => Promise.reject(new Error('no mail server')),
};
