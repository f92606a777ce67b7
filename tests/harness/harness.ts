import { join } from 'node:path';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Pool } from 'pg';
import type { Mail } from '../../src/connections/mail.ts';
import { PERMISSIONS, permissionsIn } from '../../src/contract/accounts/permissions.ts';
import type { Action } from '../../src/contract/action.ts';
import type { Agent } from '../../src/contract/agent.ts';
import type { Deadlines } from '../../src/server/agent/turn/deadlines.ts';
import { createApp } from '../../src/server/app.ts';
import type { App, AppOptions } from '../../src/server/app-options.ts';
import { createBuiltinEngine } from '../../src/server/builtin-engine/builtin-engine.ts';
import { listen } from '../../src/server/listen.ts';
import { openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { createRedactor } from '../../src/server/platform/secrets/redactor.ts';
import { createTestDatabase } from '../setup/test-database.ts';
import { API_KEY } from './api-key.ts';
import { checkout } from './checkout.ts';
import { openTestApp } from './open-test-app.ts';
import { VisitorClient } from './visitor-client.ts';

export interface HarnessOptions {
  /** Undefined: the built-in engine. */
  model?: LanguageModelV4;
  deadlines?: Deadlines;
  rateLimit?: boolean;
  /** As in EGRESS_ALLOW: `host:port`, separated by commas. */
  egressAllow?: string;
  /** A key for another workspace, which need not be there yet. */
  otherKey?: { key: string; workspaceId: string };
  /** Where third parties are, by kind and name of the address. */
  connectionAddresses?: Record<string, Record<string, string>>;
  /** Instead of keeping them in `mails`. */
  sendMail?: AppOptions['sendMail'];
  onPoint?: AppOptions['onPoint'];
  /** Gets every line of the log, down to the finest. */
  onLogLine?(line: string): void;
}

/** The whole server on a database of its own, and the people who use it, over HTTP. */
export class Harness {
  readonly url: string;
  readonly app: App;
  readonly pool: Pool;
  /** What was sent, the newest last. */
  readonly mails: Mail[];
  private readonly closers: (() => unknown)[];

  private constructor(url: string, app: App, pool: Pool, mails: Mail[], closers: (() => unknown)[]) {
    this.url = url;
    this.app = app;
    this.pool = pool;
    this.mails = mails;
    this.closers = closers;
  }

  static async start({
    model,
    deadlines,
    rateLimit = false,
    egressAllow = '',
    otherKey,
    connectionAddresses = {},
    sendMail,
    onPoint,
    onLogLine,
  }: HarnessOptions = {}): Promise<Harness> {
    const test = await createTestDatabase();
    const redactor = createRedactor();
    const log = onLogLine
      ? createLog('trace', { redactor, destination: { write: onLogLine } })
      : createLog(process.env.LOG_LEVEL ?? 'silent', { redactor });
    const database = await openDatabase({ url: test.url, dataDir: '', checkout, log });
    let url = '';
    const mails: Mail[] = [];
    const app = await createApp({
      ...(await openTestApp(database, { rateLimit, egressAllow, redactor, log, connectionAddresses })),
      builtin: model ?? createBuiltinEngine({ assetsDirectory: join(checkout, 'assets') }),
      distDirectory: join(checkout, 'dist'),
      publicUrl: () => url,
      sendMail: sendMail ?? (async (mail) => void mails.push(mail)),
      ...(onPoint ? { onPoint } : {}),
      ...(deadlines ? { deadlines } : {}),
      ...(otherKey
        ? {
            otherKeys: [
              {
                key: otherKey.key,
                actor: {
                  ...{ workspaceId: otherKey.workspaceId, name: 'Others' },
                  permissions: permissionsIn(false, PERMISSIONS),
                },
              },
            ],
          }
        : {}),
    });
    const server = await listen(app.http, { host: '127.0.0.1', port: 0 });
    url = server.url;
    app.begin();
    return new Harness(url, app, database.pool, mails, [
      () => app.stop(),
      () => server.close(),
      () => database.close(),
      () => test.drop(),
    ]);
  }

  /** Calls the workspace API as the owner. */
  async api<Answer = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Answer; headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as Answer,
      headers: response.headers,
    };
  }

  async createAgent(agent: Record<string, unknown> = {}): Promise<Agent> {
    const { status, body } = await this.api<Agent>('POST', '/api/v1/agents', { name: 'Robin', ...agent });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }

  async createAction(agentId: string, action: Record<string, unknown>): Promise<Action> {
    const { status, body } = await this.api<Action>('POST', `/api/v1/agents/${agentId}/actions`, action);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }

  async visit(agentId: string, token?: string): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(this.url, agentId, token);
    this.closers.unshift(() => visitor.close());
    return visitor;
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }
}
