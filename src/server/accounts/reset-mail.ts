import type { SendMail } from '../mail/send-mail.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';

/**
 * The mail with the link to a new password, never by a mail server that a workspace names: who holds that would hold the account.
 * Nobody waits for it, and its failure goes to the log alone: the time of the answer, or an error, would tell that there is such an
 * account.
 */
export function resetMail({
  sendMail,
  publicUrl,
  log,
}: {
  sendMail: SendMail;
  publicUrl(): string;
  log: Log;
}) {
  return async ({ email, name }: { email: string; name: string }, token: string): Promise<void> => {
    sendMail({
      id: newId(),
      to: email,
      subject: 'A new password for Bellhop',
      text: `Hello ${name},\n\nset a new password within 30 minutes: ${publicUrl()}/reset-password?token=${token}\n\nIf you did not ask for it, do nothing: the old one stays.`,
    }).catch((error) => log.error({ err: error }, 'the mail with a link to a new password was not sent'));
  };
}
