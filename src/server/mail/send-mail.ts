import type { Mail } from '../../connections/mail.ts';
import type { Log } from '../platform/log.ts';
import { toMessage } from './to-message.ts';

/** Resolves once a mail server has taken it. */
export type SendMail = (mail: Mail) => Promise<void>;

interface MailSettings {
  /** `smtp://user:password@host:port`; undefined: no mail is sent. */
  smtpUrl: string | undefined;
  from: string | undefined;
}

/** The way out for mails of this server itself. What sends them is loaded with the first. */
export function openMail({ smtpUrl, from }: MailSettings, log: Log): SendMail {
  if (smtpUrl === undefined) return printMail(log);
  const sender = from ?? `Bellhop <bellhop@${new URL(smtpUrl).hostname}>`;
  return async (mail) => {
    const { sendBySmtp } = await import('./send-by-smtp.ts');
    await sendBySmtp(smtpUrl, toMessage(mail, sender));
  };
}

/** Where no mail is set up: the operator reads it in the log, and hands it on. */
function printMail(log: Log): SendMail {
  return async ({ id: _, ...mail }) =>
    log.warn({ mail }, 'no mail is set up (SMTP_URL), so this one stands here');
}
