import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (url: URL, body: string, response: ServerResponse) => void | Promise<void>;

/** Listens on a free port of the loopback and prints the address. What fails ends the process, and so the run. */
export function serveBench(answer: Answer): void {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    await answer(new URL(request.url ?? '/', 'http://bench'), Buffer.concat(pieces).toString(), response);
  });
  // Connections outlive the pauses between rounds: one that closes under a request would be an error of the bench.
  server.keepAliveTimeout = 600_000;
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
