import type { Socket } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import type { createTransport } from 'nodemailer';
import type { Mail, MailServer } from '../../connections/mail.ts';
import type { Egress } from '../platform/egress/egress.ts';
import { readSmtpError } from './read-smtp-error.ts';
import { toMessage } from './to-message.ts';

const TIMES = { connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
/** For all of it, however slowly the other side talks. */
const TOTAL_MS = 30_000;
const IDLE_MS = 30_000;

type Transport = ReturnType<typeof openPool>;
type Nodemailer = { createTransport: typeof createTransport };

export interface MailServerUse {
  workspaceId: string;
  /** Whose connections are kept for the next mail. */
  connectionId: string;
  server: MailServer;
}

export interface MailServersDeps {
  egress: Pick<Egress, 'connectMail'>;
  redact(text: string): string;
  /** Milliseconds for all of it. */
  totalMs?: number;
}

/**
 * Mail servers that people named. nodemailer speaks SMTP, and opens nothing: each socket comes from the guarded way out. It is loaded
 * with the first mail.
 */
export class MailServers {
  private readonly deps: MailServersDeps;
  private readonly pools = new Map<string, { server: MailServer; transport: Transport }>();

  constructor(deps: MailServersDeps) {
    this.deps = deps;
  }

  /** Connects and signs in, and sends nothing. @throws MailFailed */
  check(use: MailServerUse): Promise<void> {
    return this.run(async (nodemailer, signal) => {
      const transport = openPool(nodemailer, this.deps.egress, use, signal);
      try {
        await transport.verify();
      } finally {
        transport.close();
      }
    });
  }

  /** Resolves once the server has taken it. @throws MailFailed */
  send(use: MailServerUse, mail: Mail): Promise<void> {
    return this.run(async (nodemailer, signal) => {
      await this.findPool(nodemailer, use).sendMail({ ...toMessage(mail, use.server.from), signal });
    });
  }

  close(): void {
    for (const { transport } of this.pools.values()) transport.close();
    this.pools.clear();
  }

  private async run(work: (nodemailer: Nodemailer, signal: AbortSignal) => Promise<void>): Promise<void> {
    const signal = AbortSignal.timeout(this.deps.totalMs ?? TOTAL_MS);
    const nodemailer = await import('nodemailer');
    try {
      await Promise.race([work(nodemailer, signal), endOf(signal)]);
    } catch (error) {
      const late = Object.assign(new Error('it took too long', { cause: error }), { code: 'ETIMEDOUT' });
      throw readSmtpError(signal.aborted ? late : error, this.deps.redact);
    }
  }

  private findPool(nodemailer: Nodemailer, use: MailServerUse): Transport {
    const { connectionId, server } = use;
    const kept = this.pools.get(connectionId);
    if (kept && isDeepStrictEqual(kept.server, server)) return kept.transport;
    kept?.transport.close();
    const transport = openPool(nodemailer, this.deps.egress, use);
    this.pools.set(connectionId, { server, transport });
    transport.on('clear', () => {
      if (this.pools.get(connectionId)?.transport === transport) this.pools.delete(connectionId);
    });
    return transport;
  }
}

/** Whatever does not listen to the signal is not waited for. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** `signal` ends its sockets. */
function openPool(
  { createTransport }: Nodemailer,
  egress: MailServersDeps['egress'],
  { workspaceId, server }: MailServerUse,
  signal?: AbortSignal,
) {
  const { host, port, tls, login, from } = server;
  const getSocket = (_: object, done: (error: Error | null, socket?: { connection: Socket }) => void) => {
    const wait = signal ?? AbortSignal.timeout(TOTAL_MS);
    egress.connectMail({ host, port, isPlain: tls === 'none', workspaceId, signal: wait }).then(
      (connection) => {
        // Nobody waits for it any more, and its end is not told twice.
        if (wait.aborted) connection.destroy();
        signal?.addEventListener('abort', () => connection.destroy());
        done(wait.aborted ? new Error('it came too late') : null, { connection });
      },
      (error) => done(error),
    );
  };
  return createTransport({
    ...TIMES,
    pool: true,
    ...{ maxConnections: 2, maxRequeues: 1, idleTimeout: IDLE_MS },
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    // Whatever the environment says.
    tls: { rejectUnauthorized: true },
    // Not what this machine is called.
    name: from.address.split('@').at(-1),
    ...(login ? { auth: { user: login.user, pass: login.password }, forceAuth: true } : {}),
    ...{ disableFileAccess: true, disableUrlAccess: true },
    getSocket,
  });
}
