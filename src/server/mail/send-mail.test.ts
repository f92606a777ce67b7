import { afterEach, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '../../../tests/harness/smtp-server.ts';
import { createLog } from '../platform/log.ts';
import { openMail } from './send-mail.ts';

const servers: SmtpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
const mail = {
  id: 'e1',
  to: 'max@example.com',
  subject: 'Grüße\r\nBcc: eve@example.com',
  text: 'Line one\n.\nLine ü',
};

it('hands a mail to the mail server, from whom it says, and a subject adds no header', async () => {
  const server = await startSmtpServer();
  servers.push(server);
  const send = openMail({ smtpUrl: server.url, from: 'Shop <help@shop.example>' }, createLog('silent'));
  await send(mail);
  const [taken] = server.taken;
  expect(taken).toMatchObject({ from: 'help@shop.example', to: ['max@example.com'] });
  expect(taken?.data).toMatch(/^To: max@example\.com\r$/m);
  expect(taken?.data).not.toMatch(/^Bcc:/im);
  expect(taken?.data).toMatch(/^Message-ID: <e1@shop\.example>\r$/m);
  expect(taken?.data).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});

it('fails where the server does not take it, and sends no password over a plain line', async () => {
  const server = await startSmtpServer();
  servers.push(server);
  const gone = openMail({ smtpUrl: 'smtp://127.0.0.1:1', from: undefined }, createLog('silent'));
  await expect(gone(mail)).rejects.toThrow('ECONNREFUSED');
  const withPassword = server.url.replace('smtp://', 'smtp://me:a-password@');
  await expect(
    openMail({ smtpUrl: withPassword, from: undefined }, createLog('silent'))(mail),
  ).rejects.toThrow();
  expect(server.heard.join('')).not.toMatch(/AUTH|a-password/);
  expect(server.taken).toEqual([]);
});

it('stands in the log where no server is set up', async () => {
  const lines: string[] = [];
  const log = createLog('info', { destination: { write: (line) => void lines.push(line) } });
  await openMail({ smtpUrl: undefined, from: undefined }, log)(mail);
  expect(lines.join('')).toContain('SMTP_URL');
  expect(lines.join('')).toContain('Line one');
});
