import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { drizzle } from 'drizzle-orm/node-postgres';
import { HEARTBEAT_SECONDS } from '../contract/widget/stream.ts';
import { chooseModel } from './agent/budget/choose-model.ts';
import { ModelBudget } from './agent/budget/model-budget.ts';
import { decideRoute } from './agent/decide-route.ts';
import { createModels } from './agent/models/create-models.ts';
import { testModelRoute } from './agent/models/test-model-route.ts';
import type { Deadlines } from './agent/turn/deadlines.ts';
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
import { importRoute } from './http-requests/import/import-route.ts';
import { previewRoute } from './http-requests/preview-route.ts';
import { knowledgeRoutes } from './knowledge/knowledge-routes.ts';
import { leadRoutes } from './leads/lead-routes.ts';
import { saveLead } from './leads/leads.ts';
import { callRoutes } from './ledger/api/call-routes.ts';
import { tryActionRoutes } from './ledger/api/try-action-routes.ts';
import { purgeLimits } from './ledger/call-limits.ts';
import { openCallPort } from './ledger/call-port.ts';
import { Ledger } from './ledger/ledger.ts';
import type { CallPoint } from './ledger/ledger-deps.ts';
import { decideConfirmation } from './ledger/records/decide-confirmation.ts';
import { recordLead } from './ledger/records/record-lead.ts';
import { submitInputs } from './ledger/records/submit-inputs.ts';
import { metricsRoute } from './metrics/metrics-route.ts';
import { mountHttp } from './mount-http.ts';
import type { Outgoing } from './open-outgoing.ts';
import { openPostgresBus } from './platform/bus/postgres-bus.ts';
import type { Database } from './platform/database/open-database.ts';
import type { Env } from './platform/env.ts';
import { createEvents } from './platform/events.ts';
import { everyHour } from './platform/every-hour.ts';
import { Health } from './platform/health.ts';
import { clientAddress } from './platform/http/client-address.ts';
import type { Endpoint } from './platform/http/endpoint.ts';
import { Heartbeat } from './platform/http/event-stream.ts';
import { purgeIdempotencyKeys } from './platform/http/idempotency.ts';
import { newId, newToken } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import type { Redactor } from './platform/secrets/redactor.ts';
import type { Vault } from './platform/secrets/vault.ts';
import { wire } from './wiring.ts';
import { actionRoutes } from './workspace/actions/action-routes.ts';
import { actionStore } from './workspace/actions/actions.ts';
import type { Actors, WorkspaceActor } from './workspace/actors.ts';
import { agentRoutes } from './workspace/agents/agent-routes.ts';
import { agentStore } from './workspace/agents/agents.ts';
import { apiKeyAuthenticator } from './workspace/authenticate-api-key.ts';
import { ensureWorkspace } from './workspace/ensure-workspace.ts';
import { secretRoutes } from './workspace/secrets/secret-routes.ts';
import { secretStore } from './workspace/secrets/secrets.ts';
import { workspaceRoutes } from './workspace/settings/workspace-routes.ts';

export interface AppOptions {
  env: Pick<Env, 'apiKey' | 'rateLimit' | 'trustProxy' | 'modelDefaults'>;
  database: Database;
  log: Log;
  vault: Vault;
  redactor: Redactor;
  outgoing: Pick<Outgoing, 'egress' | 'modelEgress'>;
  /** What answers for agents without another model. */
  builtin: LanguageModelV4;
  /** Where the build put the widget and the files of the API reference. */
  distDirectory: string;
  deadlines?: Deadlines;
  /** Where a test stops the process. */
  onPoint?(point: CallPoint): Promise<void> | void;
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
  const { env, database, log, vault, redactor, distDirectory } = options;
  const { egress, modelEgress } = options.outgoing;
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
    async saveLead(client, origin, lead) {
      await saveLead(client, origin, lead);
      await recordLead(client, origin, lead);
    },
    decideConfirmation,
    submitInputs,
    limits,
    heartbeat,
    log,
    owner,
  };
  const secrets = secretStore({ pool, vault, redactor });
  const ledger = new Ledger({
    ...{ pool, actions, log, owner },
    openPort: (call) => openCallPort({ egress, secrets, redactor }, call),
    redact: (value) => redactor.redactJson(value),
    ...(options.onPoint ? { onPoint: options.onPoint } : {}),
  });
  const budget = new ModelBudget({ pool, log });
  const models = createModels({
    builtin: options.builtin,
    fetchFor: ({ isOperatorAddress, hasSecret }) => {
      const way = isOperatorAddress ? modelEgress : egress;
      return hasSecret ? way.secretFetch : way.fetch;
    },
    revealSecret: async (id, name, host) => (await secrets.reveal(id, [name], host)).get(name) ?? '',
    defaults: env.modelDefaults,
    onUsage: (use) => budget.record(use),
    log,
  });
  const turns = new TurnRunner({
    ...{ pool, live, agents, actions, ledger, log, owner, ...deadlines },
    chooseModel: chooseModel(models, budget),
  });
  wire({ conversations: events, turns });

  const workspaceId = await ensureWorkspace(db);
  const ownKey = newToken();
  redactor.keep(ownKey);
  const actor: WorkspaceActor = { workspaceId, name: 'The team' };
  const keys = [ownKey, ...(env.apiKey ? [env.apiKey] : [])].map((key) => ({ key, actor }));

  const endpoints: Endpoint<Actors>[] = [
    ...workspaceRoutes({ pool, budget }),
    ...agentRoutes({ agents, checkModel: (model) => models.check(model) }),
    testModelRoute(models),
    decideRoute({ pool, agents, actions, models }),
    ...actionRoutes({ agents, actions }),
    ...tryActionRoutes({ actions, ledger }),
    previewRoute(egress),
    importRoute(),
    ...callRoutes(pool),
    metricsRoute({ pool, log, countStreams: () => heartbeat.size }),
    ...secretRoutes(secrets),
    ...knowledgeRoutes({ pool, agents }),
    ...conversationRoutes(conversations),
    ...leadRoutes(pool),
    sessionRoute(conversations),
    ...visitorRoutes(conversations),
  ];

  const http = mountHttp({
    endpoints,
    health,
    log,
    distDirectory,
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
    findAgent: (id) => agents.findPublic(id),
  });

  let endCleaning = () => {};
  return {
    http,
    endpoints,
    ownKey,
    begin() {
      health.set('ready');
      turns.begin();
      endCleaning = everyHour(log, [
        () => purgeIdempotencyKeys(pool),
        () => purgeSessions(pool),
        () => purgeLimits(pool),
      ]);
    },
    async stop() {
      health.set('stopping');
      endCleaning();
      await turns.stop();
      await ledger.stop();
      await budget.close();
      await Promise.all([egress.close(), modelEgress.close()]);
      heartbeat.close();
      await bus.close();
    },
  };
}

function isWorkspaceActor(actor: unknown): actor is WorkspaceActor {
  return typeof actor === 'object' && actor !== null && !('visitorId' in actor);
}
