/** Mails, as a connection to a mail server takes them, and what can become of them. */

/** Plain text, to one person. */
export interface Mail {
  /** Of what it tells: a mail that comes twice is known by it. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

export interface MailServer {
  host: string;
  port: number;
  /** `starttls`: asked for before anything else is said, and nothing is sent without it. */
  tls: 'starttls' | 'implicit' | 'none';
  /** Null: it takes mails from whoever reaches it. */
  login: { user: string; password: string } | null;
  /** Whom mails are from; the name may be empty. */
  from: { name: string; address: string };
}

/** The guarded way to the mail server of a connection, with the credentials put in by the host. */
export interface MailWay {
  /** Connects and signs in, and sends nothing. @throws MailFailed */
  check(): Promise<void>;
  /** Resolves once the server has taken it. @throws MailFailed */
  send(mail: Mail): Promise<void>;
}

type MailFault =
  | 'blocked'
  | 'dns'
  | 'connect'
  | 'timeout'
  | 'no_starttls'
  | 'tls'
  | 'certificate'
  | 'no_sign_in'
  | 'sign_in'
  | 'sender'
  | 'recipient'
  | 'content'
  | 'broken';

/** What went wrong with a mail server. */
export class MailFailed extends Error {
  readonly fault: MailFault;
  /** What the server said, as far as it may be told; null: nothing. */
  readonly answer: string | null;
  constructor(fault: MailFault, message: string, { answer = null, cause }: MailFailedOptions = {}) {
    super(message, { cause });
    this.fault = fault;
    this.answer = answer;
  }
}

interface MailFailedOptions {
  answer?: string | null;
  cause?: unknown;
}

/** A mail was not sent; the message says why to people, with the next step. */
export class MailNotSent extends Error {}
