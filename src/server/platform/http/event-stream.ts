import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

/** A reader that lets this much pile up is cut off: it resumes where it was. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/**
 * Answers with server-sent events, written straight to the socket: an idle reader costs one open response and little
 * else. The shared heartbeat keeps proxies from closing it.
 */
export function openEventStream(
  context: Context,
  heartbeat: Heartbeat,
): { stream: EventStream; answer: Response } {
  const response = (context.env as HttpBindings).outgoing as ServerResponse;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  response.flushHeaders();
  return { stream: new EventStream(response, heartbeat), answer: RESPONSE_ALREADY_SENT };
}

/** A class, because thousands of these wait at the same time: methods of their own would cost each of them more. */
export class EventStream {
  private readonly response: ServerResponse;
  private readonly heartbeat: Heartbeat;
  private onEnd: (() => void) | null = null;
  private isClosed = false;

  constructor(response: ServerResponse, heartbeat: Heartbeat) {
    this.response = response;
    this.heartbeat = heartbeat;
    heartbeat.add(response);
    response.once('close', () => this.close());
  }

  get closed(): boolean {
    return this.isClosed;
  }

  send(event: string, data: unknown, id?: string): void {
    if (this.isClosed || this.response.writableEnded) return;
    const start = id === undefined ? '' : `id: ${id}\n`;
    this.response.write(`${start}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (this.response.writableLength > MAX_BUFFERED_BYTES) this.response.destroy();
  }

  /** Ends it from our side. */
  end(): void {
    if (!this.isClosed) this.response.end();
    this.close();
  }

  /** Calls back once, when either side has ended it. */
  onClose(listener: () => void): void {
    if (this.isClosed) listener();
    else this.onEnd = listener;
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.heartbeat.remove(this.response);
    this.onEnd?.();
  }
}

/** One timer for all open streams. */
export class Heartbeat {
  private readonly responses = new Set<ServerResponse>();
  private readonly timer: NodeJS.Timeout;

  constructor(seconds: number) {
    this.timer = setInterval(() => {
      for (const response of this.responses) response.write(':\n\n');
    }, seconds * 1000);
    this.timer.unref();
  }

  /** Streams that are open. */
  get size(): number {
    return this.responses.size;
  }

  add(response: ServerResponse): void {
    this.responses.add(response);
  }

  remove(response: ServerResponse): void {
    this.responses.delete(response);
  }

  /** Ends every open stream, so that the server can stop; the readers come back by themselves. */
  close(): void {
    clearInterval(this.timer);
    for (const response of this.responses) response.end('retry: 1000\n\n');
  }
}
