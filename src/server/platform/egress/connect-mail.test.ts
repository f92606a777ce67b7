import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import { createEgress } from './egress.ts';
import { parseEgressAllow } from './egress-allow.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Greets whoever comes, and counts them. */
async function startGreeter() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write('220 hello\r\n');
  });
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: await listen(server), sockets };
}

function open(options: Parameters<typeof createEgress>[0] = {}) {
  const egress = createEgress({ resolve: async () => ['127.0.0.1'], ...options });
  closers.push(() => egress.close());
  return (host: string, port: number, more: { isPlain?: boolean; signal?: AbortSignal } = {}) =>
    egress.connectMail({
      ...{ host, port, isPlain: false, workspaceId: 'w', signal: AbortSignal.timeout(5_000) },
      ...more,
    });
}

const reasonOf = (socket: Promise<Socket>) =>
  socket.then(
    () => 'open',
    (error) => error.reason,
  );

it('leads to a server that the operator allows, and nobody else may', async () => {
  const { port, sockets } = await startGreeter();
  const allowed = open({ allow: parseEgressAllow(`mail.example.com:${port}`) });
  const socket = await allowed('mail.example.com', port);
  expect(String((await once(socket, 'data'))[0])).toBe('220 hello\r\n');
  socket.destroy();
  expect(await reasonOf(open()('mail.example.com', port))).toBe('mail_port');
  expect(sockets).toHaveLength(1);
});

it.each([
  ['127.0.0.1', 587, 'ip_private'],
  ['10.0.0.5', 465, 'ip_private'],
  ['169.254.169.254', 587, 'ip_private'],
  ['::1', 465, 'ip_private'],
  ['0x7f.1', 587, 'ip_private'],
  ['localhost', 587, 'host_local'],
  ['mail.lan', 465, 'host_local'],
  ['mail.example.com', 587, 'dns_private'],
  ['mail.example.com', 465, 'dns_private'],
  ['mail.example.com', 25, 'mail_port'],
  ['mail.example.com', 443, 'mail_port'],
  ['mail.example.com', 2525, 'mail_port'],
  ['mail.example.com/x?', 587, 'mail_port'],
  ['user@mail.example.com', 587, 'userinfo'],
])('%s, port %i is refused: %s', async (host, port, reason) => {
  expect(await reasonOf(open()(host, port))).toBe(reason);
});

it('goes without TLS only where the operator allows the host', async () => {
  const { port } = await startGreeter();
  expect(await reasonOf(open()('mail.example.com', 587, { isPlain: true }))).toBe('plain_mail');
  const allowed = open({ allow: parseEgressAllow(`mail.example.com:${port}`) });
  expect(await reasonOf(allowed('mail.example.com', port, { isPlain: true }))).toBe('open');
});

it('never leads to this server itself', async () => {
  const { port } = await startGreeter();
  const self = () => ({ origins: ['https://chat.example.com'], port });
  const connectTo = open({ allow: parseEgressAllow(`mail.example.com:${port}`), self });
  expect(await reasonOf(connectTo('mail.example.com', port))).toBe('self_origin');
});

it('takes of the budget as long as it is open', async () => {
  const { port, sockets } = await startGreeter();
  const connectTo = open({ allow: parseEgressAllow(`mail.example.com:${port}`) });
  const five = await Promise.all(Array.from({ length: 5 }, () => connectTo('mail.example.com', port)));
  const giveUp = new AbortController();
  const sixth = connectTo('mail.example.com', port, { signal: giveUp.signal });
  giveUp.abort();
  expect(await reasonOf(sixth)).toBe('aborted');
  await waitFor(() => sockets.length === 5);
  five[0]?.destroy();
  expect(await reasonOf(connectTo('mail.example.com', port))).toBe('open');
});

it('takes the way of the operator’s proxy, which resolves the name', async () => {
  const { port } = await startGreeter();
  const asked: string[] = [];
  const proxy = createHttpServer();
  proxy.on('connect', (request, client) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization']}`);
    client.on('error', () => undefined);
    if (!request.url?.startsWith('mail.')) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const upstream = connect(port, '127.0.0.1').on('error', () => undefined);
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    upstream.pipe(client);
    client.pipe(upstream);
  });
  closers.push(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const connectTo = open({
    proxy: `http://user:p%40ss@127.0.0.1:${await listen(proxy)}`,
    resolve: () => Promise.reject(new Error('not to be asked')),
  });
  const socket = await connectTo('mail.example.com', 587);
  expect(String((await once(socket, 'data'))[0])).toBe('220 hello\r\n');
  socket.destroy();
  expect(await reasonOf(connectTo('other.example.com', 587))).toBe('connect');
  expect(await reasonOf(connectTo('10.0.0.5', 587))).toBe('ip_private');
  const auth = `Basic ${btoa('user:p@ss')}`;
  expect(asked).toEqual([`mail.example.com:587 ${auth}`, `other.example.com:587 ${auth}`]);
});
