import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** Something private on loopback, on both of its addresses, that notices every connection and every byte. */
export class Canary {
  readonly port: number;
  connections = 0;
  bytes = 0;
  private readonly servers: Server[];

  private constructor(servers: Server[], port: number) {
    this.servers = servers;
    this.port = port;
    for (const server of servers) {
      server.on('connection', (socket) => {
        this.connections += 1;
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
          this.bytes += chunk.length;
          socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
        });
      });
    }
  }

  static async start(): Promise<Canary> {
    const four = await listen('127.0.0.1', 0);
    const { port } = four.address() as AddressInfo;
    // Where there is no IPv6, nothing can be reached by it either.
    const six = await listen('::1', port).catch(() => null);
    return new Canary(six ? [four, six] : [four], port);
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
