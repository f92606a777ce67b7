import type { Log } from '../platform/log.ts';

/** Plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

/** Where no mail is set up: the operator reads it in the log, and hands it on. */
export function printMail(log: Log): SendMail {
  return async (mail) => log.warn({ mail }, 'no mail is set up, so this one stands here');
}
