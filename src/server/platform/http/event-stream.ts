import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

/** A reader that lets this much pile up is cut off: it resumes where it was. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

export interface EventStream {
  send(event: string, data: unknown, id?: string): void;
  /** Ends it from our side. */
  end(): void;
  readonly closed: boolean;
  onClose(listener: () => void): void;
}

/**
 * Answers with server-sent events, written straight to the socket: an idle reader costs one open response and
 * nothing else. The shared heartbeat keeps proxies from closing it.
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
  let closed = false;
  const listeners: (() => void)[] = [() => heartbeat.remove(response)];
  const close = () => {
    if (closed) return;
    closed = true;
    for (const listener of listeners) listener();
  };
  response.once('close', close);
  heartbeat.add(response);
  const stream: EventStream = {
    send(event, data, id) {
      if (closed || response.writableEnded) return;
      response.write(
        `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      );
      if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy();
    },
    end() {
      if (!closed) response.end();
      close();
    },
    get closed() {
      return closed;
    },
    onClose(listener) {
      if (closed) listener();
      else listeners.push(listener);
    },
  };
  return { stream, answer: RESPONSE_ALREADY_SENT };
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
