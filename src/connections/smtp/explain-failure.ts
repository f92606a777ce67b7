import { ConnectionProblem } from '../define.ts';
import { type MailFailed, MailNotSent } from '../mail.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** What went wrong, in words for people, with the next step: of the connection, or of one mail only. */
export function explainFailure(failure: MailFailed, settings: SmtpSettings): ConnectionProblem | MailNotSent {
  const { host, port, user, fromAddress } = settings;
  const place = `${host}, port ${port}`;
  const said = failure.answer === null ? '' : ` It answered “${failure.answer}”.`;
  const failing = (message: string) => new ConnectionProblem('failing', message, { cause: failure });
  switch (failure.fault) {
    case 'blocked':
      return failing(`Bellhop does not connect to ${place}. ${failure.message}`);
    case 'dns':
      return failing(`There is no server of the name ${host}. Look for a typing mistake.`);
    case 'connect':
      return failing(
        `No connection to ${place}: nothing listens there, or a firewall refuses it. Check the port.`,
      );
    case 'timeout':
      return failing(`${place} took too long to answer. ${HINTS[settings.tls]}`);
    case 'no_starttls':
      return failing(`${place} does not offer TLS, so nothing was sent.${said} ${HINTS.starttls}`);
    case 'tls':
      return failing(`No TLS could be agreed on with ${place}. ${HINTS[settings.tls]}`);
    case 'certificate':
      return failing(
        `The certificate of ${host} cannot be trusted (${failure.message}), so nothing was sent. Use the name that it is made out to, or have it renewed.`,
      );
    case 'no_sign_in':
      return failing(
        `${place} offers no sign-in that Bellhop can use.${said} Use the port where people hand in mail, usually 587 or 465, or leave the user empty if it takes mails from whoever reaches it.`,
      );
    case 'sign_in':
      return new ConnectionProblem(
        'reconnect',
        `${host} does not accept the user ${user} with this password.${said} Enter them again; some providers want a password made for apps.`,
        { cause: failure },
      );
    case 'sender':
      return failing(
        `${host} takes no mail from ${fromAddress}.${said} Check the address, and who signs in.`,
      );
    case 'recipient':
    case 'content':
      return new MailNotSent(`${host} did not take this mail.${said}`, { cause: failure });
    case 'broken':
      return failing(`${place} broke off, or does not speak SMTP.${said}`);
  }
}

/** The mistake that is made most often, by what was chosen. */
const HINTS: Record<SmtpSettings['tls'], string> = {
  starttls: 'With STARTTLS the port is usually 587; port 465 wants TLS from the start.',
  implicit: 'With TLS from the start the port is usually 465; port 587 wants STARTTLS.',
  none: 'Check the port.',
};
