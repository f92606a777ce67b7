import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { drizzle } from 'drizzle-orm/node-postgres';
import { HEARTBEAT_SECONDS } from '../contract/stream.ts';
import { decideRoute } from './agent/decide-route.ts';
import type { Deadlines } from './agent/turn/deadlines.ts';
import type { ResolveModel } from './agent/turn/turn-deps.ts';
import { TurnRunner } from './agent/turn/turn-runner.ts';
import type { ConversationDeps } from './conversations/deps.ts';
import type { ConversationEvents } from './conversations/events.ts';
import { Live } from './conversations/sync/live.ts';
import { conversationRoutes } from './conversations/teammates/conversation-routes.ts';
import { visitorAuthenticator } from './conversations/visitors/authenticate-visitor.ts';
import { purgeSessions } from './conversations/visitors/purge-sessions.ts';
import { sessionRoute } from './conversations/visitors/session-route.ts';
import { visitorLimits } from './conversations/visitors/visitor-limits.ts';
import { visitorRoutes } from './conversations/visitors/visitor-routes.ts';
import { knowledgeRoutes } from './knowledge/knowledge-routes.ts';
import { leadRoutes } from './leads/lead-routes.ts';
import { saveLead } from './leads/leads.ts';
import { openPostgresBus } from './platform/bus/postgres-bus.ts';
import type { Database } from './platform/database/open-database.ts';
import type { Env } from './platform/env.ts';
import { createEvents } from './platform/events.ts';
import { everyHour } from './platform/every-hour.ts';
import { Health } from './platform/health.ts';
import { healthRoutes } from './platform/health-routes.ts';
import { answerError } from './platform/http/answer-error.ts';
import { apiReference } from './platform/http/api-reference.ts';
import { clientAddress } from './platform/http/client-address.ts';
import type { Endpoint } from './platform/http/endpoint.ts';
import { Heartbeat } from './platform/http/event-stream.ts';
import { purgeIdempotencyKeys } from './platform/http/idempotency.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { newId, newToken } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { widgetPages } from './widget-pages/widget-pages.ts';
import { wire } from './wiring.ts';
import { actionRoutes } from './workspace/actions/action-routes.ts';
import { actionStore } from './workspace/actions/actions.ts';
import type { Actors, WorkspaceActor } from './workspace/actors.ts';
import { agentRoutes } from './workspace/agents/agent-routes.ts';
import { agentStore } from './workspace/agents/agents.ts';
import { apiKeyAuthenticator } from './workspace/authenticate-api-key.ts';
import { ensureWorkspace } from './workspace/ensure-workspace.ts';

export interface AppOptions {
  env: Pick<Env, 'apiKey' | 'rateLimit' | 'trustProxy'>;
  database: Database;
  log: Log;
  resolveModel: ResolveModel;
  /** Where the build put the widget and the files of the API reference. */
  distDirectory: string;
  deadlines?: Deadlines;
}

export interface App {
  http: OpenAPIHono;
  /** Every route with who may call it. */
  endpoints: Endpoint<Actors>[];
  /** Opens the door: ready, and looking for turns that were left open. */
  begin(): void;
  stop(): Promise<void>;
  /** A key for this process itself, known to nobody else. */
  ownKey: string;
}

/** Puts the house together. The only file that knows every feature. */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, database, log, resolveModel, distDirectory } = options;
  const deadlines = options.deadlines ? { deadlines: options.deadlines } : {};
  const { pool } = database;
  const db = drizzle({ client: pool });
  const owner = newId();
  const bus = await openPostgresBus({ pool, connect: () => database.connect(), log });
  const live = new Live(bus);
  const events = createEvents<ConversationEvents>();
  const heartbeat = new Heartbeat(HEARTBEAT_SECONDS);
  const health = new Health(pool);
  const agents = agentStore(db);
  const actions = actionStore(db);
  const limits = visitorLimits(env.rateLimit, clientAddress(env.trustProxy));
  const conversations: ConversationDeps = {
    pool,
    live,
    events,
    agents,
    saveLead,
    limits,
    heartbeat,
    log,
    owner,
  };
  const turns = new TurnRunner({ pool, live, agents, actions, resolveModel, log, owner, ...deadlines });
  wire({ conversations: events, turns });

  const workspaceId = await ensureWorkspace(db);
  const ownKey = newToken();
  const actor: WorkspaceActor = { workspaceId, name: 'The team' };
  const keys = [ownKey, ...(env.apiKey ? [env.apiKey] : [])].map((key) => ({ key, actor }));

  const endpoints: Endpoint<Actors>[] = [
    ...agentRoutes(agents),
    decideRoute({ pool, agents, actions, resolveModel }),
    ...actionRoutes({ agents, actions }),
    ...knowledgeRoutes({ pool, agents }),
    ...conversationRoutes(conversations),
    ...leadRoutes(pool),
    sessionRoute(conversations),
    ...visitorRoutes(conversations),
  ];

  const http = new OpenAPIHono();
  http.onError((error, context) => answerError(log)(error, context));
  http.notFound((context) =>
    context.json({ error: { code: 'not_found', message: 'There is nothing here.' } }, 404),
  );
  http.use(securityHeaders());
  http.openAPIRegistry.registerComponent('securitySchemes', 'workspace', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key',
  });
  http.openAPIRegistry.registerComponent('securitySchemes', 'visitor', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a session',
  });
  const host = {
    authenticators: {
      public: async () => null,
      visitor: visitorAuthenticator(pool),
      workspace: apiKeyAuthenticator(keys),
    },
    idempotency: {
      accesses: ['workspace'],
      pool,
      onError: (error: unknown) => log.error({ err: error }, 'an idempotency key was not kept'),
      scopeOf: (who: unknown) => (isWorkspaceActor(who) ? who.workspaceId : null),
    },
  };
  for (const endpoint of endpoints) endpoint.mount(http, host);
  http.route('/', healthRoutes(health));
  http.route('/', apiReference(http, join(distDirectory, 'api-docs')));
  http.route(
    '/',
    widgetPages({ findAgent: (id) => agents.findPublic(id), assetsDirectory: join(distDirectory, 'widget') }),
  );

  let endCleaning = () => {};
  return {
    http,
    endpoints,
    ownKey,
    begin() {
      health.set('ready');
      turns.begin();
      endCleaning = everyHour(log, [() => purgeIdempotencyKeys(pool), () => purgeSessions(pool)]);
    },
    async stop() {
      health.set('stopping');
      endCleaning();
      await turns.stop();
      heartbeat.close();
      await bus.close();
    },
  };
}

function isWorkspaceActor(actor: unknown): actor is WorkspaceActor {
  return typeof actor === 'object' && actor !== null && !('visitorId' in actor);
}
