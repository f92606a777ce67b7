import { z } from 'zod';
import { defineConnection } from '../define.ts';
import { MailFailed } from '../mail.ts';
import { explainFailure } from './explain-failure.ts';
import { smtpSettings } from './smtp-settings.ts';

/** A mail server of the workspace's own: its invitations go out by it. */
export const smtp = defineConnection({
  kind: 'smtp',
  label: 'SMTP',
  description: 'Sends the mails of this workspace through your own mail server.',
  settings: smtpSettings,
  credentials: ({ user }) =>
    user === '' ? null : z.strictObject({ password: z.string().min(1, 'is missing').max(500) }),
  addresses: {},
  hosts: ({ host, port }) => [`${host}:${port}`],
  secrets: ({ password }) => [password],
  authorize: () => [],
  isForOwners: true,
  mailServer: ({ host, port, tls, user, fromAddress, fromName }, credentials) => ({
    ...{ host, port, tls },
    login: credentials && { user, password: credentials.password },
    from: { name: fromName, address: fromAddress },
  }),
  async test({ settings, mail }) {
    try {
      await mail.check();
      return { account: { email: settings.fromAddress } };
    } catch (error) {
      throw error instanceof MailFailed ? explainFailure(error, settings) : error;
    }
  },
  async sendMail({ settings, mail }, letter) {
    try {
      await mail.send(letter);
    } catch (error) {
      throw error instanceof MailFailed ? explainFailure(error, settings) : error;
    }
  },
});
