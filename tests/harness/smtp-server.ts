import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface SmtpServer {
  url: string;
  taken: { from: string; to: string[]; data: string }[];
  /** Every line that a client has sent. */
  heard: string[];
  close(): Promise<void>;
}

/** A mail server that takes every mail, without encryption: as much of SMTP as one mail needs. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const taken: SmtpServer['taken'] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.write('220 test\r\n');
    let letter: SmtpServer['taken'][number] = { from: '', to: [], data: '' };
    let isData = false;
    createInterface({ input: socket }).on('line', (line) => {
      heard.push(line);
      if (isData) {
        if (line !== '.') letter.data += `${line}\r\n`;
        if (line === '.') taken.push(letter);
        isData = line !== '.';
        if (!isData) socket.write('250 taken\r\n');
        return;
      }
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
      if (/^MAIL/i.test(line)) letter = { from: address, to: [], data: '' };
      if (/^RCPT/i.test(line)) letter.to.push(address);
      isData = /^DATA/i.test(line);
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ taken, heard },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
