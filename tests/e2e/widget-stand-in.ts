import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { buildWidget } from '../../scripts/build-widget.mjs';
import type { Author, Entry } from '../../src/contract/entry.ts';
import type { Session } from '../../src/contract/widget/session.ts';
import type { StreamEvent } from '../../src/contract/widget/stream.ts';
import { DEFAULT_LOOK, type WidgetLook } from '../../src/contract/widget/widget-look.ts';
import { widgetPages } from '../../src/server/widget-pages/widget-pages.ts';

interface StandInOptions {
  language?: string;
  greeting?: string;
  look?: Partial<WidgetLook>;
  allowedOrigins?: string[];
}

/** An answer in place of the usual one; null: as usual. */
type Refusal = { status: number; code: string; retryAfter?: number; details?: unknown } | null;

/**
 * Speaks the Visitor API with one conversation in memory, so that a test can bring the widget into states that a real
 * server reaches only by accident. Journeys run against the real server.
 */
export interface StandIn {
  origin: string;
  /** The host page, on another origin of the same site. `otherSite`: where browsers may block the frame's storage. */
  hostUrl(otherSite?: boolean): string;
  entries: Entry[];
  /** What the widget posted: path and body. */
  posts: { path: string; body: Record<string, unknown> }[];
  /** Paths of all requests. */
  requests: string[];
  refuse: { sessions: Refusal; messages: Refusal; cards: Refusal; events: Refusal };
  agent: { look: WidgetLook; language: string; greeting: string; allowedOrigins: string[] };
  /** Body, head and policy of the host page. */
  host: { html: string; csp: string; language: string; direction: string };
  add(author: Author['type'], entry: Partial<Entry>): Entry;
  emit(event: StreamEvent): void;
  /** Cuts every open stream. */
  hangUp(): void;
  close(): Promise<void>;
}

const NAMES = { visitor: 'Visitor', agent: 'Ada', teammate: 'Mona', system: 'Bellhop' };

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const assetsDirectory = await mkdtemp(join(tmpdir(), 'bellhop-widget-'));
  await buildWidget({ outdir: assetsDirectory });
  const entries: Entry[] = [];
  const posts: StandIn['posts'] = [];
  const requests: string[] = [];
  const refuse: StandIn['refuse'] = { sessions: null, messages: null, cards: null, events: null };
  const agent: StandIn['agent'] = {
    look: {
      ...DEFAULT_LOOK,
      title: 'Chat with us',
      subtitle: 'Usually replies in a few seconds',
      ...options.look,
    },
    language: options.language ?? 'en',
    greeting: options.greeting ?? 'Hello! Ask me about orders, delivery and sizes.',
    allowedOrigins: options.allowedOrigins ?? [],
  };
  const host: StandIn['host'] = { html: '', csp: '', language: 'en', direction: 'ltr' };
  const readers = new Set<{ emit(event: StreamEvent): void; end(): void }>();
  const tokens = new Map<string, string>();
  let cursor = 0;

  /** Live words that a test speaks before the chat listens; the entries it finds by itself. */
  const early: StreamEvent[] = [];
  const emit = (event: StreamEvent) => {
    if (readers.size === 0 && event.event !== 'entry') early.push(event);
    for (const reader of readers) reader.emit(event);
  };
  const publish = (entry: Entry) => {
    cursor += 1;
    entry.cursor = String(cursor);
    emit({ event: 'entry', data: entry });
    return entry;
  };
  const add: StandIn['add'] = (type, entry) => {
    const seq = entries.length + 1;
    const author = { type, name: NAMES[type] };
    const common = {
      id: `entry-${seq}`,
      conversationId: 'conversation',
      cursor: '',
      // What is written together, as by one answer, has the same time; what is added one by one has not.
      at: new Date(Date.UTC(2026, 0, 5, 9, 30, seq)).toISOString(),
    };
    const added: Entry = { ...common, seq, author, ...entry };
    entries.push(added);
    return publish(added);
  };

  const app = new Hono();
  app.use(async (context, next) => {
    requests.push(context.req.path);
    await next();
  });
  app.onError((error, context) => {
    if (!(error instanceof Refused)) throw error;
    const { status, code, retryAfter, details } = error.refusal;
    if (retryAfter) context.header('Retry-After', String(retryAfter));
    return context.json({ error: { code, message: code, details } }, status as 400);
  });
  const check = (refusal: Refusal) => {
    if (refusal) throw new Refused(refusal);
  };
  const checkToken = (header: string | undefined) => {
    if (!tokens.has((header ?? '').replace('Bearer ', '')))
      throw new Refused({ status: 401, code: 'invalid_credential' });
  };

  app.post('/widget/v1/sessions', async (context) => {
    const body = await context.req.json();
    posts.push({ path: context.req.path, body });
    check(refuse.sessions);
    const token: string = tokens.has(body.token) ? body.token : `token-${tokens.size + 1}`;
    tokens.set(token, token);
    const { greeting, language, look } = agent;
    const starters = look.starters;
    const session: Session = {
      token,
      visitorId: token,
      conversationId: 'conversation',
      isVerified: false,
      agent: { id: 'sample', name: NAMES.agent, greeting, starters, language, theme: look },
    };
    return context.json(session);
  });
  app.post('/widget/v1/messages', async (context) => {
    checkToken(context.req.header('authorization'));
    const body = await context.req.json();
    posts.push({ path: context.req.path, body });
    check(refuse.messages);
    const known = entries.find(({ clientId }) => clientId === body.clientId);
    return context.json({ conversationId: 'conversation', entry: known ?? add('visitor', body) });
  });
  app.post('/widget/v1/cards/:id', async (context) => {
    checkToken(context.req.header('authorization'));
    const body = await context.req.json();
    posts.push({ path: context.req.path, body });
    check(refuse.cards);
    const entry = entries.find(({ id }) => id === context.req.param('id'));
    if (!entry?.card) return context.notFound();
    const state = ({ open: 'opened', submit: 'submitted', dismiss: 'dismissed' } as const)[body.op as 'open'];
    entry.card = { ...entry.card, state };
    return context.json(publish(entry));
  });
  app.get('/widget/v1/events', (context) => {
    checkToken(context.req.header('authorization'));
    check(refuse.events);
    const missed = entries
      .filter((entry) => Number(entry.cursor) > Number(context.req.query('after')))
      .sort((left, right) => Number(left.cursor) - Number(right.cursor));
    if (!context.req.header('accept')?.includes('event-stream'))
      return context.json({ items: missed, nextCursor: null });
    return streamSSE(context, async (stream) => {
      await new Promise<void>((resolve) => {
        const reader = {
          emit: (event: StreamEvent) =>
            void stream.writeSSE({ event: event.event, data: JSON.stringify(event.data) }),
          end: resolve,
        };
        readers.add(reader);
        stream.onAbort(() => {
          readers.delete(reader);
          resolve();
        });
        reader.emit({ event: 'state', data: { autoReply: 'on', typing: false } });
        for (const data of missed) reader.emit({ event: 'entry', data });
        for (const event of early.splice(0)) reader.emit(event);
      });
    });
  });
  app.route(
    '/',
    widgetPages({
      assetsDirectory,
      findAgent: async (id) =>
        id === 'sample'
          ? {
              id,
              name: NAMES.agent,
              language: agent.language,
              widget: agent.look,
              allowedOrigins: agent.allowedOrigins,
            }
          : null,
    }),
  );

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const origin = await listen(server);
  const hostServer = createServer((_request, response) => {
    const csp = host.csp.replaceAll('{origin}', origin);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(csp ? { 'content-security-policy': csp } : {}),
    });
    const body = host.html.replaceAll('{origin}', origin) || defaultHtml(origin);
    response.end(
      `<!doctype html><html lang="${host.language}" dir="${host.direction}"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
      <title>Winter jackets</title>${body}</html>`,
    );
  });
  const hostOrigin = await listen(hostServer);

  return {
    origin,
    hostUrl: (otherSite = false) => (otherSite ? hostOrigin.replace('127.0.0.1', 'localhost') : hostOrigin),
    ...{ entries, posts, requests, refuse, agent, host, add, emit },
    hangUp() {
      for (const reader of readers) reader.end();
      readers.clear();
    },
    async close() {
      for (const one of [server, hostServer]) {
        one.closeAllConnections();
        one.close();
        await once(one, 'close');
      }
      await rm(assetsDirectory, { recursive: true, force: true });
    },
  };
}

function defaultHtml(origin: string): string {
  return `<main><h1>Winter jackets</h1><p>Warm, dry and repairable. Free returns for 60 days.</p></main>
    <script async src="${origin}/widget.js?agent=sample"></script>`;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

class Refused extends Error {
  readonly refusal: NonNullable<Refusal>;
  constructor(refusal: NonNullable<Refusal>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
