import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { TLSSocket } from 'node:tls';
import { mailCertificate } from './mail-certificate.ts';

export interface SmtpServer {
  port: number;
  url: string;
  taken: { from: string; to: string[]; data: string }[];
  /** Every line that a client has sent. */
  heard: string[];
  /** How many connections were made. */
  connections: number;
  /** Can be changed at any time. */
  options: SmtpOptions;
  /** Ends every connection, in the middle of whatever was said. */
  hangUp(): void;
  close(): Promise<void>;
}

interface SmtpOptions {
  tls?: 'none' | 'starttls' | 'implicit';
  /** Who has to sign in, by AUTH PLAIN. */
  login?: { user: string; password: string };
  /** Answers a line instead; `silence` never does, `end` closes the connection. */
  answer?: (line: string) => string | 'silence' | 'end' | undefined;
}

/** A mail server: as much of SMTP as one mail needs. Without options it takes every mail, without encryption. */
export async function startSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const smtp: SmtpServer = {
    ...{ port: 0, url: '', taken: [], heard: [], connections: 0, options },
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      smtp.hangUp();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    smtp.connections += 1;
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (smtp.options.tls === 'implicit') talk(smtp, secure(socket), true);
    else talk(smtp, socket, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  smtp.port = (server.address() as AddressInfo).port;
  smtp.url = `smtp://127.0.0.1:${smtp.port}`;
  return smtp;
}

function secure(socket: Socket): TLSSocket {
  const tls = new TLSSocket(socket, { isServer: true, ...mailCertificate });
  return tls.on('error', () => undefined);
}

/** `isAgain`: over the line of before, now with TLS, where nobody is greeted. */
function talk(smtp: SmtpServer, socket: Socket, isSecure: boolean, isAgain = false): void {
  const { taken, heard } = smtp;
  const say = (text: string) => socket.write(`${text}\r\n`);
  let letter: SmtpServer['taken'][number] = { from: '', to: [], data: '' };
  let isData = false;
  let isKnown = false;
  if (!isAgain && smtp.options.answer?.('') !== 'silence') say('220 test');
  const lines = createInterface({ input: socket });
  lines
    .on('error', () => undefined)
    .on('line', (line) => {
      heard.push(line);
      if (isData) {
        if (line !== '.') letter.data += `${line}\r\n`;
        if (line === '.') taken.push(letter);
        isData = line !== '.';
        if (!isData) say('250 taken');
        return;
      }
      const { tls, login, answer } = smtp.options;
      const own = answer?.(line);
      if (own === 'silence') return;
      if (own === 'end') return void socket.end();
      if (own !== undefined) return say(own);
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
      if (/^EHLO/i.test(line)) {
        const offers = [
          ...(tls === 'starttls' && !isSecure ? ['STARTTLS'] : []),
          ...(login ? ['AUTH PLAIN'] : []),
        ];
        return say(
          ['test', ...offers].map((text, at) => `250${at < offers.length ? '-' : ' '}${text}`).join('\r\n'),
        );
      }
      if (/^STARTTLS/i.test(line)) {
        if (tls !== 'starttls') return say('502 5.5.1 no');
        lines.close();
        say('220 go on');
        return talk(smtp, secure(socket), true, true);
      }
      if (/^AUTH/i.test(line)) {
        const right = Buffer.from(`\0${login?.user}\0${login?.password}`).toString('base64');
        isKnown = line === `AUTH PLAIN ${right}`;
        return say(isKnown ? '235 2.7.0 welcome' : `535 5.7.8 not accepted: ${line}`);
      }
      if (login && !isKnown && /^(MAIL|RCPT|DATA)/i.test(line)) return say('530 5.7.0 sign in');
      if (/^MAIL/i.test(line)) letter = { from: address, to: [], data: '' };
      if (/^RCPT/i.test(line)) letter.to.push(address);
      if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n');
      isData = /^DATA/i.test(line);
      say(isData ? '354 go on' : '250 ok');
    });
}
