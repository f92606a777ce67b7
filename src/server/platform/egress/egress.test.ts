import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { setImmediate as connectionIsFree } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { pickPort } from '../../../../tests/harness/pick-port.ts';
import { createEgress, type Egress } from './egress.ts';
import { parseEgressAllow } from './egress-allow.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const allow = parseEgressAllow('127.0.0.1, api.example.com');

function open(options: Parameters<typeof createEgress>[0] = {}): Egress {
  const egress = createEgress({ allow, resolve: async () => ['127.0.0.1'], ...options });
  closers.push(() => egress.close());
  return egress;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An API over HTTP. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer({ maxHeaderSize: 128 * 1024 }, answer);
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://${await listen(server)}/`;
}

/** A server that speaks bytes: `greet` gets each connection, and what came first over it. */
async function serveBytes(greet: (socket: Socket, request: string) => unknown): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => greet(socket, chunk.toString()));
  });
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://${await listen(server)}/`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const get = (url: string) => ({ method: 'GET', url, headers: [] as [string, string][], workspaceId: 'w' });
const post = (url: string) => ({ ...get(url), method: 'POST', body: '{"a":1}' });
const textOf = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body);

describe('a request', () => {
  it('arrives as it was made, with what HTTP needs and no more', async () => {
    const url = await serve(async (request, response) => {
      response.setHeader('x-many', ['one', 'two']);
      response.end(
        JSON.stringify({
          method: request.method,
          url: request.url,
          raw: request.rawHeaders,
          body: await readBody(request),
        }),
      );
    });
    const headers: [string, string][] = [
      ['X-Key', 'k'],
      ['x-twice', '1'],
      ['x-twice', '2'],
    ];
    const answer = await open().send({ ...post(`${url}a%2Fb?c=%20`), headers });
    const host = new URL(url).host;
    expect(JSON.parse(textOf(answer))).toEqual({
      method: 'POST',
      url: '/a%2Fb?c=%20',
      raw: [
        ...[
          'host',
          host,
          'connection',
          'close',
          'X-Key',
          'k',
          'x-twice',
          '1',
          'x-twice',
          '2',
          'accept',
          '*/*',
        ],
        ...['accept-encoding', 'gzip, deflate, br', 'user-agent', 'Bellhop', 'content-length', '7'],
      ],
      body: '{"a":1}',
    });
    expect(answer).toMatchObject({ status: 200, url: `${url}a%2Fb?c=%20`, ms: expect.any(Number) });
    expect(answer.headers.get('x-many')).toBe('one, two');
  });

  it('carries bytes, and any status is an answer', async () => {
    const url = await serve(async (request, response) => {
      response.statusCode = 503;
      response.end(await readBody(request));
    });
    const answer = await open().send({ ...post(url), method: 'PUT', body: new TextEncoder().encode('é') });
    expect([answer.status, textOf(answer)]).toEqual([503, 'é']);
  });

  it.each([
    ...[
      'Host',
      'content-length',
      'Transfer-Encoding',
      'connection',
      'Upgrade',
      'te',
      'trailer',
      'keep-alive',
    ],
    ...['expect', 'proxy-authorization', 'a b', '', 'a:b', 'é'],
  ])('with the header “%s” is not sent', async (name) => {
    const failed = open().send({ ...get('http://127.0.0.1:1/'), headers: [[name, 'x']] });
    await expect(failed).rejects.toMatchObject({ reason: 'header', kind: 'blocked', maybeSent: false });
  });

  it.each(['a\r\nb: c', 'a\nb', 'a\0', 'Ċ', 'é'])('with the header value %j is not sent', async (value) => {
    const failed = open().send({ ...get('http://127.0.0.1:1/'), headers: [['x-a', value]] });
    await expect(failed).rejects.toMatchObject({ reason: 'header', maybeSent: false });
  });

  it.each(['CONNECT', 'TRACE', 'get', 'G T', ''])('with the method “%s” is not sent', async (method) => {
    await expect(open().send({ ...get('http://127.0.0.1:1/'), method })).rejects.toMatchObject({
      reason: 'method',
    });
  });

  it('goes by no proxy of the environment', async () => {
    process.env.HTTP_PROXY = 'http://127.0.0.1:1';
    closers.push(() => delete process.env.HTTP_PROXY);
    const url = await serve((_request, response) => response.end('direct'));
    expect(textOf(await open().send(get(url)))).toBe('direct');
  });
});

describe('connections', () => {
  it('are kept for reads; each write has its own', async () => {
    const ports: (number | undefined)[] = [];
    const url = await serve((request, response) => {
      ports.push(request.socket.remotePort);
      response.end('ok');
    });
    const egress = open();
    for (let i = 0; i < 3; i++) {
      await egress.send(get(url));
      await connectionIsFree();
    }
    expect(new Set(ports).size).toBe(1);
    for (let i = 0; i < 3; i++) await egress.send(post(url));
    expect(new Set(ports).size).toBe(4);
  });

  it('that are kept lead to the address that was checked, whatever its name says now', async () => {
    let answers = ['127.0.0.1'];
    const egress = open({ allow: parseEgressAllow('127.0.0.1'), resolve: async () => answers });
    const { port } = new URL(await serve((_request, response) => response.end('ok')));
    const url = `http://api.example.com:${port}/`;
    await egress.send(get(url));
    await connectionIsFree();
    answers = ['10.0.0.1'];
    expect(textOf(await egress.send(get(url)))).toBe('ok');
    await expect(egress.send(post(url))).rejects.toMatchObject({ reason: 'dns_private', maybeSent: false });
  });
});

describe('whether anything was sent', () => {
  it('no: nobody listens', async () => {
    await expect(open().send(post(`http://127.0.0.1:${await pickPort()}/`))).rejects.toMatchObject({
      reason: 'connect',
      kind: 'network',
      maybeSent: false,
    });
  });

  it('no: the connection is closed as soon as it is made, before TLS is spoken', async () => {
    const server = createTcpServer((socket) => socket.destroy());
    closers.push(() => server.close());
    const url = `https://${await listen(server)}/`;
    await expect(open().send(post(url))).rejects.toMatchObject({ reason: 'tls', maybeSent: false });
  });

  it('no: it was given up while it waited for its connection, and it never goes out', async () => {
    let requests = 0;
    const url = await serve((_request, response) => {
      requests += 1;
      response.end();
    });
    let answer: (addresses: string[]) => void = () => undefined;
    const asked = Promise.withResolvers<void>();
    const resolve = () => {
      asked.resolve();
      return new Promise<string[]>((done) => {
        answer = done;
      });
    };
    const egress = open({ resolve });
    const controller = new AbortController();
    const { port } = new URL(url);
    const sent = egress.send({ ...post(`http://api.example.com:${port}/`), signal: controller.signal });
    await asked.promise;
    controller.abort();
    await expect(sent).rejects.toMatchObject({ reason: 'aborted', maybeSent: false });
    answer(['127.0.0.1']);
    await egress.send(post(url));
    expect(requests).toBe(1);
  });

  it('no: there was no time left', async () => {
    const url = await serve((_request, response) => response.end());
    const egress = open();
    await egress.send(get(url));
    await expect(egress.send({ ...get(url), totalMs: 0 })).rejects.toMatchObject({
      reason: 'timeout',
      maybeSent: false,
    });
  });

  it.each(['POST', 'GET'])(
    'maybe: the connection breaks after a %s was written, and it goes out once',
    async (method) => {
      let requests = 0;
      const url = await serveBytes((socket) => {
        requests += 1;
        socket.resetAndDestroy();
      });
      await expect(open().send({ ...get(url), method })).rejects.toMatchObject({
        reason: 'reset',
        maybeSent: true,
      });
      expect(requests).toBe(1);
    },
  );

  it('maybe: the answer breaks off in its middle', async () => {
    const url = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'));
    await expect(open().send(post(url))).rejects.toMatchObject({ reason: 'reset', maybeSent: true });
  });

  it('maybe: the answer is no HTTP', async () => {
    const url = await serveBytes((socket) => socket.end('+PONG\r\n'));
    await expect(open().send(post(url))).rejects.toMatchObject({ reason: 'reset', maybeSent: true });
  });

  it('maybe: the kept connection was closed just then; a read is not sent again by itself', async () => {
    let requests = 0;
    const url = await serveBytes((socket) => {
      requests += 1;
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      socket.once('data', () => {
        requests += 1;
        socket.resetAndDestroy();
      });
    });
    const egress = open();
    await egress.send(get(url));
    await connectionIsFree();
    await expect(egress.send(get(url))).rejects.toMatchObject({ reason: 'reset', maybeSent: true });
    expect(requests).toBe(2);
  });

  it('maybe: the way out was closed meanwhile', async () => {
    const egress = open();
    const url = await serveBytes(() => egress.close());
    await expect(egress.send(post(url))).rejects.toMatchObject({ reason: 'aborted', maybeSent: true });
  });
});

describe('time', () => {
  it.each([
    ['all of it', { totalMs: 100 }],
    ['the first byte', { firstByteMs: 100 }],
  ])('a server that does not answer: %s is limited', async (_name, times) => {
    const url = await serveBytes(() => undefined);
    await expect(open({ times }).send(post(url))).rejects.toMatchObject({
      reason: 'timeout',
      maybeSent: true,
    });
  });

  it('a body that stops is not waited for', async () => {
    const url = await serveBytes((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nha'));
    await expect(open({ times: { idleMs: 100 } }).send(get(url))).rejects.toMatchObject({
      reason: 'timeout',
    });
  });

  it('a body that the caller calls whole is not waited for, and its connection ends', async () => {
    let isClosed = false;
    const url = await serve((_request, response) => {
      response.on('close', () => {
        isClosed = true;
      });
      response.write('one');
      const timer = setTimeout(() => response.write('two'), 20);
      response.on('close', () => clearTimeout(timer));
    });
    const isLast = (chunk: Uint8Array) => new TextDecoder().decode(chunk).includes('two');
    expect(textOf(await open().send({ ...post(url), isLast }))).toBe('onetwo');
    await expect.poll(() => isClosed).toBe(true);
  });

  it('a body that drips counts against the whole', async () => {
    const url = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(timer));
    });
    await expect(open().send({ ...get(url), totalMs: 150 })).rejects.toMatchObject({
      reason: 'timeout',
      maybeSent: true,
    });
  });

  it('the caller can end it at any moment', async () => {
    const controller = new AbortController();
    const url = await serveBytes(() => controller.abort());
    const sent = open().send({ ...post(url), signal: controller.signal });
    await expect(sent).rejects.toMatchObject({ reason: 'aborted', kind: 'network', maybeSent: true });
    await expect(open().send({ ...post(url), signal: AbortSignal.abort() })).rejects.toMatchObject({
      maybeSent: false,
    });
  });
});

describe('size', () => {
  const mebi = 1_048_576;

  it.each([
    ['as it is', undefined, (body: Buffer) => body],
    ['gzip', 'gzip', gzipSync],
    ['Brotli', 'br', brotliCompressSync],
    ['deflate', 'deflate', deflateSync],
    ['deflate without its head', 'deflate', deflateRawSync],
    ['twice', 'gzip, br', (body: Buffer) => brotliCompressSync(gzipSync(body))],
  ])('1 MiB is read, a byte more is too large: %s', async (_name, encoding, encode) => {
    const url = await serve((request, response) => {
      if (encoding) response.setHeader('content-encoding', encoding);
      response.end(encode(Buffer.alloc(mebi + Number(request.url?.slice(1)), 'a')));
    });
    const { body } = await open().send(get(`${url}0`));
    expect([body.length, body[0], body.at(-1)]).toEqual([mebi, 97, 97]);
    await expect(open().send(get(`${url}1`))).rejects.toMatchObject({ reason: 'too_large', maybeSent: true });
  });

  it('a bomb is not unpacked', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200 * mebi)));
    const url = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip, gzip');
      response.end(bomb);
    });
    const before = process.memoryUsage().rss;
    await expect(open().send(get(url))).rejects.toMatchObject({ reason: 'too_large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * mebi);
  });

  it('an endless body is cut, and its connection ends', async () => {
    const ended = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more);
      response.on('drain', more).on('close', ended.resolve);
      more();
    });
    await expect(open().send(get(url))).rejects.toMatchObject({ reason: 'too_large' });
    await ended.promise;
  });

  it('what the caller allows counts', async () => {
    const url = await serve((_request, response) => response.end('12345'));
    expect(textOf(await open().send({ ...get(url), maxBytes: 5 }))).toBe('12345');
    await expect(open().send({ ...get(url), maxBytes: 4 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('32 KiB of headers and more are too large', async () => {
    const url = await serve((request, response) => {
      response.setHeader('x-long', 'a'.repeat(Number(request.url?.slice(1))));
      response.end('ok');
    });
    expect(textOf(await open().send(get(`${url}31000`)))).toBe('ok');
    await expect(open().send(get(`${url}33000`))).rejects.toMatchObject({ reason: 'too_large' });
  });

  it.each(['zstd', 'gzip', 'gzip, gzip, gzip, gzip'])(
    'a body that cannot be decoded (%s) is told',
    async (encoding) => {
      const url = await serve((_request, response) => {
        response.setHeader('content-encoding', encoding);
        response.end('nonsense');
      });
      await expect(open().send(get(url))).rejects.toMatchObject({ reason: 'reset', maybeSent: true });
    },
  );

  it.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('an answer to %s with status %i has no body, whatever coding it claims', async (method, status) => {
    const url = await serve((_request, response) =>
      response.writeHead(status, { 'content-encoding': 'gzip' }).end(),
    );
    expect((await open().send({ ...get(url), method })).body).toHaveLength(0);
  });
});

it('no more than 5 go to one host at a time, the others wait', async () => {
  const held: ServerResponse[] = [];
  let most = 0;
  const url = await serve(async (_request, response) => {
    held.push(response);
    if (held.length < 5) return;
    for (let turn = 0; turn < 20; turn++) await connectionIsFree();
    most = Math.max(most, held.length);
    for (const one of held.splice(0)) one.end();
  });
  const egress = open();
  await Promise.all(Array.from({ length: 20 }, (_, i) => egress.send(i % 2 ? get(url) : post(url))));
  expect(most).toBe(5);
});

it('who waits too long for a turn is told so, and nothing was sent', async () => {
  const url = await serveBytes(() => undefined);
  const egress = open();
  const blockers = Array.from({ length: 5 }, () =>
    egress.send({ ...post(url), totalMs: 2_000 }).catch(() => 'ended'),
  );
  for (const place of [url, 'http://127.0.0.1:8080/']) {
    const failed = egress.send({ ...post(place), totalMs: 50 });
    await expect(failed).rejects.toMatchObject({ reason: 'busy', kind: 'network', maybeSent: false });
  }
  await egress.close();
  await Promise.all(blockers);
});

describe('through the operator’s proxy', () => {
  /** Connects whoever asks for it to one place, and keeps who asked for what. */
  async function startProxy(target: string): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer();
    server.on('connect', (request, client) => {
      asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      if (!request.url?.startsWith('api.example.com')) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      const { hostname, port } = new URL(target);
      const upstream = connect(Number(port), hostname);
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).on('error', () => undefined);
      client.pipe(upstream).on('error', () => undefined);
    });
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: `http://user:pass@${await listen(server)}`, asked };
  }

  it('names are not resolved here, and addresses still checked', async () => {
    const target = await serve(async (request, response) =>
      response.end(`${request.url} ${await readBody(request)}`),
    );
    const { url: proxy, asked } = await startProxy(target);
    const egress = open({ proxy, allow: [], resolve: () => Promise.reject(new Error('not to be asked')) });
    await egress.check('http://api.example.com/');
    expect(textOf(await egress.send(post('http://api.example.com/x')))).toBe('/x {"a":1}');
    expect(await (await egress.fetch('http://api.example.com/y')).text()).toBe('/y ');
    const auth = `Basic ${btoa('user:pass')}`;
    expect(asked).toEqual([`api.example.com:80 ${auth}`, `api.example.com:80 ${auth}`]);
    await expect(egress.send(get('http://127.0.0.1/'))).rejects.toMatchObject({ reason: 'ip_private' });
    await expect(egress.send(get('http://other.example.com/'))).rejects.toMatchObject({
      reason: 'connect',
      maybeSent: false,
    });
    expect(asked).toHaveLength(3);
  });
});
