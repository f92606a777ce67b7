import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubRequest {
  method: string;
  path: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export type StubAnswer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | 'hang'
  | 'reset';

interface StubOptions {
  /** A repeat with the same key has no second effect, and gets the first answer. */
  honoursKeys?: boolean;
  answer?(request: StubRequest): StubAnswer | Promise<StubAnswer>;
}

/** An owner's API on loopback, over real HTTP: it keeps its own count of what was asked of it, and of what it did. */
export class StubApi {
  readonly requests: StubRequest[] = [];
  /** What it did, by the key it was asked with; writes only. */
  readonly effects: { key: string; path: string; body: string }[] = [];
  readonly url: string;
  /** `host:port` */
  readonly host: string;
  answer: NonNullable<StubOptions['answer']>;
  private readonly server: Server;
  private readonly honoursKeys: boolean;
  private readonly known = new Map<string, StubAnswer>();

  private constructor(server: Server, { honoursKeys = false, answer = () => ({}) }: StubOptions) {
    this.server = server;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.url = `http://${this.host}`;
    this.honoursKeys = honoursKeys;
    this.answer = answer;
    server.on('request', (request, response) => void this.take(request, response));
  }

  static async start(options: StubOptions = {}): Promise<StubApi> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new StubApi(server, options);
  }

  /** How often something was done for each key. */
  countByKey(): number[] {
    return [...Map.groupBy(this.effects, ({ key }) => key).values()].map((effects) => effects.length);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const { method = 'GET', url: path = '/', headers } = incoming;
    const request = { method, path, headers: headers as StubRequest['headers'], body };
    this.requests.push(request);
    const key = String(headers['idempotency-key'] ?? '');
    const repeated = this.honoursKeys ? this.known.get(key) : undefined;
    const isRead = method === 'GET' || method === 'HEAD';
    const answer = repeated ?? (await this.answer(request));
    if (!repeated && !isRead && isSuccess(answer)) {
      this.effects.push({ key, path, body });
      // What it could not tell the first time it tells the second.
      if (key) this.known.set(key, typeof answer === 'string' ? {} : answer);
    }
    if (answer === 'hang') return;
    if (answer === 'reset') {
      incoming.socket.resetAndDestroy();
      return;
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(text);
  }
}

/** It also did what it then could not answer. */
function isSuccess(answer: StubAnswer): boolean {
  return answer === 'hang' || answer === 'reset' || (answer.status ?? 200) < 300;
}
