import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pickPort } from '../../../../tests/harness/pick-port.ts';
import { createEgress } from './egress.ts';
import { parseEgressAllow } from './egress-allow.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function open() {
  const egress = createEgress({ allow: parseEgressAllow('127.0.0.1') });
  closers.push(() => egress.close());
  return egress;
}

it('the answer streams: each piece is there before the next is written', async () => {
  let response: ServerResponse | undefined;
  const url = await serve((_request, one) => {
    response = one;
    one.write('piece 0');
  });
  const { body, status } = await open().fetch(url);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = 0; piece < 64; piece++) {
    expect(await reader?.read()).toEqual({ done: false, value: `piece ${piece}` });
    if (piece < 63) response?.write(`piece ${piece + 1}`);
    else response?.end();
  }
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
  expect(status).toBe(200);
});

it.each(['{"a":"é"}', new TextEncoder().encode('{"a":"é"}')])(
  'a body of text or bytes arrives: %s',
  async (body) => {
    const url = await serve(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.end(
        `${request.method} ${request.headers['x-a']} ${request.headers['content-length']} ${text}`,
      );
    });
    const headers = new Headers({ 'x-a': 'b' });
    for (const input of [url, new URL(url)]) {
      const answer = await open().fetch(input, { method: 'POST', body, headers });
      expect(await answer.text()).toBe('POST b 10 {"a":"é"}');
    }
  },
);

it('connections are used again', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end('ok');
  });
  const { fetch } = open();
  for (let i = 0; i < 5; i++) {
    await (await fetch(url, { method: 'POST', body: '{}' })).text();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(ports.size).toBe(1);
});

describe('the signal', () => {
  it('ends the waiting for an answer, with the reason that it gives', async () => {
    const controller = new AbortController();
    const url = await serve(() => controller.abort(new Error('enough')));
    await expect(open().fetch(url, { signal: controller.signal })).rejects.toThrow('enough');
    await expect(open().fetch(url, { signal: controller.signal })).rejects.toThrow('enough');
  });

  it('ends an answer in its middle, and the connection with it', async () => {
    const controller = new AbortController();
    const closed = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      response.on('close', closed.resolve);
      response.write('begun');
    });
    const answer = await open().fetch(url, { signal: controller.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    controller.abort(new Error('enough'));
    await expect(reader?.read()).rejects.toThrow('enough');
    await closed.promise;
  });
});

describe('a redirect', () => {
  it('is not followed, but given to whoever asks for it', async () => {
    let requests = 0;
    const url = await serve((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { fetch } = open();
    await expect(fetch(url)).rejects.toMatchObject({ reason: 'too_many_redirects', maybeSent: true });
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
    expect(requests).toBe(2);
  });
});

describe('what fails', () => {
  it('before the connection is there, was not sent', async () => {
    const failed = open().fetch(`http://127.0.0.1:${await pickPort()}/`, { method: 'POST', body: '{}' });
    await expect(failed).rejects.toMatchObject({ name: 'EgressError', reason: 'connect', maybeSent: false });
  });

  it('afterwards, may have been', async () => {
    const url = await serve((request) => request.socket.resetAndDestroy());
    const failed = open().fetch(url, { method: 'POST', body: '{}' });
    await expect(failed).rejects.toMatchObject({ reason: 'reset', kind: 'network', maybeSent: true });
  });

  it.each(['host', 'content-length', 'proxy-authorization'])(
    'a header of HTTP itself is refused: %s',
    async (name) => {
      const failed = open().fetch('http://127.0.0.1:1024/', { headers: { [name]: '1' } });
      await expect(failed).rejects.toMatchObject({ reason: 'header', kind: 'blocked' });
    },
  );

  it('a Request of the global fetch is none of ours', async () => {
    await expect(open().fetch(new Request('https://example.com/'))).rejects.toThrow('takes a URL');
  });
});
