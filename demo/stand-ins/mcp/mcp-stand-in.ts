import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type Server as HttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { sampleTools } from './sample-tools.ts';
import type { StandInTool } from './stand-in-tool.ts';

interface SeenRequest {
  method: string;
  /** Of the message in it: `tools/call`. Null: there is none. */
  message: string | null;
  headers: IncomingHttpHeaders;
}

/** What a broken server does instead of an answer, or after it has done its work. */
export type StandInFault =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'hang'
  | 'reset'
  | null;

/** An MCP server on loopback, with the SDK's own server side: sessions, pages, answers as JSON or as a stream. */
export class McpStandIn {
  readonly url: string;
  /** `host:port` */
  readonly host: string;
  readonly tickets: string[] = [];
  readonly requests: SeenRequest[] = [];
  /** Of the uses of tools, with what they were given. */
  readonly calls: { name: string; values: unknown }[] = [];
  tools: StandInTool[] = sampleTools(this.tickets);
  /** Null: everybody may come in. */
  token: string | null = null;
  pageSize = 3;
  /** Answers as a stream, as most servers do; else as JSON. */
  streams = true;
  /** Keeps a stream open after its answer: servers should not, and some do. */
  keepsOpen = false;
  /** By the message that came. `before`: nothing was done; `after`: the tool was used, and nobody is told. */
  fault: { message: string; when: 'before' | 'after'; does: StandInFault } | null = null;
  private readonly http: HttpServer;
  private readonly sessions = new Map<string, StreamableHTTPServerTransport>();

  private constructor(http: HttpServer) {
    this.http = http;
    this.host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
    this.url = `http://${this.host}/mcp`;
    http.on('request', (request, response) => void this.take(request, response));
  }

  static async start(): Promise<McpStandIn> {
    const http = createServer();
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new McpStandIn(http);
  }

  /** Sessions that nobody has ended. */
  get openSessions(): number {
    return this.sessions.size;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = text === '' ? undefined : (JSON.parse(text) as { method?: string });
    const message = body?.method ?? null;
    this.requests.push({ method, message, headers });
    if (this.token !== null && headers.authorization !== `Bearer ${this.token}`)
      return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('{"error":"invalid_token"}');
    const fault = this.fault?.message === message ? this.fault : null;
    if (fault?.when === 'before') return fail(response, fault.does);
    if (fault?.when === 'after') {
      const { params } = body as { params: { name: string; arguments: Record<string, unknown> } };
      await this.use(params.name, params.arguments);
      return fail(response, fault.does);
    }
    const transport = await this.findTransport(headers['mcp-session-id'], message);
    if (this.keepsOpen && message !== null && !message.startsWith('notifications/')) keepOpen(response);
    if (transport) await transport.handleRequest(request, response, body);
    else response.writeHead(404).end('{"error":"no such session"}');
  }

  private async findTransport(
    session: string | string[] | undefined,
    message: string | null,
  ): Promise<StreamableHTTPServerTransport | undefined> {
    if (session !== undefined || message !== 'initialize') return this.sessions.get(String(session));
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      enableJsonResponse: !this.streams,
      onsessioninitialized: (id) => void this.sessions.set(id, transport),
      onsessionclosed: (id) => void this.sessions.delete(id),
    });
    await this.createServer().connect(transport as Parameters<Server['connect']>[0]);
    return transport;
  }

  private createServer(): Server {
    const server = new Server({ name: 'Help desk', version: '3.1' }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
      const start = Number(params?.cursor ?? 0);
      const end = start + this.pageSize;
      return {
        tools: this.tools.slice(start, end).map(({ run: _, ...tool }) => tool),
        ...(end < this.tools.length ? { nextCursor: String(end) } : {}),
      };
    });
    server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
      this.use(params.name, params.arguments ?? {}),
    );
    return server;
  }

  private async use(name: string, values: Record<string, unknown>) {
    const tool = this.tools.find((one) => one.name === name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `unknown tool ${name}`);
    this.calls.push({ name, values });
    return await tool.run(values);
  }
}

function fail(response: ServerResponse, does: StandInFault): void {
  if (does === 'reset') response.socket?.resetAndDestroy();
  else if (does !== 'hang' && does !== null) response.writeHead(does.status, does.headers).end(does.body);
}

function keepOpen(response: ServerResponse): void {
  response.end = (chunk?: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) response.write(chunk);
    return response;
  };
}
