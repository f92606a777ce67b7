import type { SendMail } from '../mail/send-mail.ts';

/** The mail with the link to a new password. */
export function resetMail({ sendMail, publicUrl }: { sendMail: SendMail; publicUrl(): string }) {
  return ({ email, name }: { email: string; name: string }, token: string) =>
    sendMail({
      to: email,
      subject: 'A new password for Bellhop',
      text: `Hello ${name},\n\nset a new password within 30 minutes: ${publicUrl()}/reset-password?token=${token}\n\nIf you did not ask for it, do nothing: the old one stays.`,
    });
}
