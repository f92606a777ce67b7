import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Account, type Invitee } from './account.ts';
import { api } from './api.ts';
import { AuthorizationServer } from './authorization-server.ts';
import { type Faults, noFaults } from './faults.ts';
import { schedulingPage } from './scheduling-page.ts';
import { Webhooks } from './webhooks.ts';

interface StandInOptions {
  /** Absent: any free one. */
  port?: number;
  /** The names of what can be booked. */
  eventTypes?: string[];
}

/**
 * Calendly on loopback, for the sample shop and for tests: its API, its OAuth, its webhooks and its page, with one person's
 * account that lives as long as the process. It behaves as the real one is documented, limits and errors included.
 */
export class CalendlyStandIn {
  /** The API, OAuth and the page. */
  readonly url: string;
  readonly host: string;
  readonly account: Account;
  readonly authorization: AuthorizationServer;
  readonly webhooks: Webhooks;
  readonly faults: Faults = noFaults();
  /** Of every request to the API: `GET /users/me`. */
  readonly requests: string[] = [];
  private readonly server: Server;

  private constructor(server: Server, app: Hono, eventTypes: string[]) {
    this.server = server;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.url = `http://${this.host}`;
    this.account = new Account(this.url, eventTypes);
    this.authorization = new AuthorizationServer(this.account, this.faults);
    this.webhooks = new Webhooks(this.account);
    const { account, authorization, webhooks, faults } = this;
    app.route('/', authorization.routes);
    app.route('/', schedulingPage(account, webhooks));
    app.use(async (context, next) => {
      this.requests.push(`${context.req.method} ${context.req.path}`);
      await next();
    });
    app.route('/', api({ account, authorization, webhooks, faults }));
  }

  static async start({
    port = 0,
    eventTypes = ['Product consultation', 'Store visit'],
  }: StandInOptions = {}): Promise<CalendlyStandIn> {
    const app = new Hono();
    const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new CalendlyStandIn(server, app, eventTypes);
  }

  /** What a person does on the page that an application sent them to. @returns where they are sent back to */
  async decide(authorizeUrl: string, decision: 'allow' | 'deny'): Promise<string> {
    const response = await fetch(authorizeUrl, {
      method: 'POST',
      body: new URLSearchParams({ decision }),
      redirect: 'manual',
    });
    const target = response.headers.get('location');
    if (target === null) throw new Error(`not sent back: ${response.status} ${await response.text()}`);
    return target;
  }

  /** What an invitee does by the link in their mail. */
  reschedule(invitee: Invitee, startTime: string): Invitee {
    const { account, webhooks } = this;
    const event = account.events.find(({ uri }) => uri === invitee.event);
    const type = account.eventTypes.find(({ uri }) => uri === event?.event_type);
    if (!event || !type || !account.cancel(event)) throw new Error('there is nothing to move');
    const { email, name, timezone, tracking } = invitee;
    const moved = account.book(type, {
      ...{ email, name, timezone, tracking, startTime },
      old_invitee: invitee.uri,
    });
    Object.assign(invitee, { rescheduled: true, new_invitee: moved.uri });
    webhooks.tell('invitee.canceled', invitee);
    webhooks.tell('invitee.created', moved);
    return moved;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
