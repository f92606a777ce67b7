import { MailFailed } from '../../connections/mail.ts';
import { EgressError } from '../platform/egress/egress.ts';

/** What nodemailer writes on its errors. */
interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const MAX_ANSWER = 200;
/** It does not know the command, or not like this: no word about the password. 0: it was not even asked. */
const noSignIn = [0, 500, 502, 503, 504];

/** An error of nodemailer, or of the way out, as what went wrong. Of the server's words no more than may be told. */
export function readSmtpError(error: unknown, redact: (text: string) => string): MailFailed {
  if (error instanceof EgressError) {
    const { kind, reason, message } = error;
    const fault =
      kind === 'blocked' ? 'blocked' : reason === 'dns' || reason === 'timeout' ? reason : 'connect';
    return new MailFailed(fault, message, { cause: error });
  }
  const found = (error instanceof Error ? error : new Error(String(error))) as SmtpError;
  const answer = readAnswer(found, redact);
  const fail = (fault: MailFailed['fault'], message: string = fault) =>
    new MailFailed(fault, message, { answer, cause: error });
  const { code, command, responseCode = 0 } = found;
  if (code === 'ETIMEDOUT' || code === 'EABORT') return fail('timeout');
  if (code === 'EAUTH' && noSignIn.includes(responseCode)) return fail('no_sign_in');
  if (code === 'EAUTH') return fail(responseCode < 500 ? 'broken' : 'sign_in');
  if (code === 'EENVELOPE' && command === 'MAIL FROM') return fail('sender');
  if (code === 'EENVELOPE' && command === 'RCPT TO') return fail('recipient');
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return fail('content');
  if (code === 'ETLS' && found.response) return fail('no_starttls');
  const cause = found.originalCode ?? '';
  if (/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/.test(cause))
    return fail('certificate', cause);
  if (code === 'ETLS' || /^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(cause)) return fail('tls');
  return fail('broken');
}

/** When somebody signs in, the code alone: a server could say their password back. */
function readAnswer({ code, response }: SmtpError, redact: (text: string) => string): string | null {
  if (!response) return null;
  if (code === 'EAUTH') return /^\d{3}([ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0] ?? null;
  return redact(response)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_ANSWER);
}
