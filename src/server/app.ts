import { drizzle } from 'drizzle-orm/node-postgres';
import { HEARTBEAT_SECONDS } from '../contract/widget/stream.ts';
import { authorize, EVERYTHING } from './accounts/authenticate.ts';
import { openAccountsFeature } from './accounts/open-accounts.ts';
import { chooseModel } from './agent/budget/choose-model.ts';
import { ModelBudget } from './agent/budget/model-budget.ts';
import { decideRoute } from './agent/decide-route.ts';
import { createModels } from './agent/models/create-models.ts';
import { testModelRoute } from './agent/models/test-model-route.ts';
import { playgroundRoutes } from './agent/playground/playground-routes.ts';
import { purgePlayground } from './agent/playground/purge-playground.ts';
import { TurnRunner } from './agent/turn/turn-runner.ts';
import type { App, AppOptions } from './app-options.ts';
import { openBackups } from './backup/open-backups.ts';
import { bookingRoutes } from './bookings/booking-routes.ts';
import { followReports } from './bookings/follow-reports.ts';
import type { ConnectionDeps } from './connections/connection-deps.ts';
import { connectionRoutes } from './connections/connection-routes.ts';
import { connectionStore } from './connections/connections.ts';
import { eventTypesRoute } from './connections/event-types-route.ts';
import type { ConnectionEvents } from './connections/events.ts';
import { hookRoute } from './connections/hooks/hook-route.ts';
import { oauthRoutes } from './connections/oauth/oauth-routes.ts';
import { toolRoutes } from './connections/tools/tool-routes.ts';
import type { ConversationDeps } from './conversations/deps.ts';
import type { ConversationEvents } from './conversations/events.ts';
import { purgeFiles } from './conversations/files/files.ts';
import { identityRoutes } from './conversations/identity/identity-routes.ts';
import { Live } from './conversations/sync/live.ts';
import { conversationRoutes } from './conversations/teammates/conversation-routes.ts';
import { inboxRoutes } from './conversations/teammates/inbox-routes.ts';
import { visitorAuthenticator } from './conversations/visitors/authenticate-visitor.ts';
import { purgeSessions } from './conversations/visitors/purge-sessions.ts';
import { sessionRoute } from './conversations/visitors/session-route.ts';
import { visitorLimits } from './conversations/visitors/visitor-limits.ts';
import { visitorRoutes } from './conversations/visitors/visitor-routes.ts';
import { importRoute } from './http-requests/import/import-route.ts';
import { previewRoute } from './http-requests/preview-route.ts';
import { keepOutcomes } from './keep-outcomes.ts';
import { knowledgeRoutes } from './knowledge/knowledge-routes.ts';
import { leadRoutes } from './leads/lead-routes.ts';
import { callRoutes } from './ledger/api/call-routes.ts';
import { readActivity } from './ledger/api/read-activity.ts';
import { tryActionRoutes } from './ledger/api/try-action-routes.ts';
import { purgeLimits } from './ledger/call-limits.ts';
import { openCallPort } from './ledger/call-port.ts';
import { Ledger } from './ledger/ledger.ts';
import type { LedgerDeps } from './ledger/ledger-deps.ts';
import { cardSteps } from './ledger/records/card-steps.ts';
import { closeForgottenOffers, closeOffersLater } from './ledger/records/close-offers.ts';
import { decideConfirmation } from './ledger/records/decide-confirmation.ts';
import { submitInputs } from './ledger/records/submit-inputs.ts';
import { metricsRoute } from './metrics/metrics-route.ts';
import { mountHttp } from './mount-http.ts';
import { overviewRoute } from './overview/overview-route.ts';
import { openPostgresBus } from './platform/bus/postgres-bus.ts';
import { Engine } from './platform/engine/engine.ts';
import { createEvents } from './platform/events.ts';
import { everyHour } from './platform/every-hour.ts';
import { Health } from './platform/health.ts';
import { clientAddress } from './platform/http/client-address.ts';
import type { Endpoint } from './platform/http/endpoint.ts';
import { Heartbeat } from './platform/http/event-stream.ts';
import { purgeIdempotencyKeys } from './platform/http/idempotency.ts';
import { newId, newToken } from './platform/ids.ts';
import { eraseVisitor } from './privacy/erase-visitor.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';
import { wire } from './wiring.ts';
import type { ActionEvents } from './workspace/actions/action-events.ts';
import { actionRoutes } from './workspace/actions/action-routes.ts';
import { actionStore } from './workspace/actions/actions.ts';
import { actionArchive } from './workspace/actions/archive.ts';
import { lifecycleRoutes } from './workspace/actions/lifecycle-routes.ts';
import { listFrameOrigins } from './workspace/actions/list-frame-origins.ts';
import type { Actors, WorkspaceActor } from './workspace/actors.ts';
import { agentRoutes } from './workspace/agents/agent-routes.ts';
import { agentStore } from './workspace/agents/agents.ts';
import { ensureWorkspace } from './workspace/ensure-workspace.ts';
import { identitySecretRoutes } from './workspace/identity-secrets/identity-secret-routes.ts';
import { identitySecretStore } from './workspace/identity-secrets/identity-secrets.ts';
import { referenceRoutes } from './workspace/references/reference-routes.ts';
import { secretRoutes } from './workspace/secrets/secret-routes.ts';
import { secretStore } from './workspace/secrets/secrets.ts';
import { workspaceRoutes } from './workspace/settings/workspace-routes.ts';
import { readDefaults } from './workspace/settings/workspace-settings.ts';
import { sightingRoute } from './workspace/sightings/sighting-route.ts';
import { sightingStore } from './workspace/sightings/sightings.ts';

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
  const actions = actionStore(db, (workspaceId) => readDefaults(pool, workspaceId));
  const archive = actionArchive(pool);
  const actionEvents = createEvents<ActionEvents>();
  const sightings = sightingStore({ pool, log });
  const identitySecrets = identitySecretStore({ pool, vault, redactor });
  const addressOf = clientAddress(env.trustProxy);
  const limits = visitorLimits(env.rateLimit, addressOf);
  const secrets = secretStore({ pool, vault, redactor });
  const connectionDeps: ConnectionDeps = {
    ...{ pool, vault, redactor, egress, log },
    addresses: env.connectionAddresses,
    publicUrl: options.publicUrl,
    events: createEvents<ConnectionEvents>(),
    ...(options.onPoint ? { onPoint: options.onPoint } : {}),
  };
  const connections = connectionStore(connectionDeps);
  const { addresses } = connectionDeps;
  const calling: LedgerDeps = {
    ...{ pool, actions, log, owner },
    openPort: (call) => openCallPort({ egress, secrets, redactor, connections, addresses }, call),
    redact: (value) => redactor.redactJson(value),
    ...(options.onPoint ? { onPoint: options.onPoint } : {}),
  };
  const ledger = new Ledger(calling);
  const conversations: ConversationDeps = {
    ...{ pool, live, events, agents, identitySecrets },
    ...keepOutcomes,
    beginStep: cardSteps({ ledger, deps: calling }),
    decideConfirmation,
    submitInputs,
    eraseVisitor,
    limits,
    heartbeat,
    log,
    owner,
  };
  const webhooks = openWebhooks({
    ...{ pool, egress, vault, redactor, log, connections },
    publicUrl: options.publicUrl,
  });
  const engine = new Engine({
    ...{ pool, log, tasks: webhooks.tasks },
    openPool: (max) => database.openPool(max),
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
    ...{ pool, live, actions, ledger, log, owner, ...deadlines },
    chooseModel: chooseModel(models, budget),
  });
  const { backupFolder: folder } = options;
  const backups = openBackups({ pool, database, live, events, log, folder, isDaily: env.backup });
  wire({
    ...{ conversations: events, actions: actionEvents, turns, backups },
    closeOffers: closeOffersLater({ pool, live, log }),
    ...{ connections: connectionDeps.events, followReport: followReports(conversations) },
  });

  const { id: workspaceId, isNew } = await ensureWorkspace(db);
  const ownKey = newToken();
  redactor.keep(ownKey);
  const actor: WorkspaceActor = { workspaceId, name: 'The team', permissions: EVERYTHING };
  const knownKeys = [ownKey, ...(env.apiKey ? [env.apiKey] : [])].map((key) => ({ key, actor }));
  knownKeys.push(...(options.otherKeys ?? []));
  const accounts = openAccountsFeature({
    ...{ pool, db, vault, knownKeys, addressOf, log },
    ...{ sessionSecret: options.sessionSecret, rateLimit: env.rateLimit, publicUrl: options.publicUrl },
    sendMail: options.sendMail,
    sendWorkspaceMail: connections.mailOr(options.sendMail),
    redact: (value) => redactor.redactJson(value),
  });
  await accounts.beginLog({ id: workspaceId, isNew });

  const endpoints: Endpoint<Actors>[] = [
    ...accounts.endpoints,
    ...workspaceRoutes({ pool, budget }),
    overviewRoute(pool),
    ...agentRoutes({ pool, agents, events: actionEvents, checkModel: models.check }),
    ...identitySecretRoutes({ agents, identitySecrets }),
    sightingRoute({ agents, sightings }),
    testModelRoute(models),
    decideRoute({ pool, agents, actions, models }),
    ...playgroundRoutes({ pool, agents }),
    ...actionRoutes({ agents, actions, readActivity: (id, ids) => readActivity(pool, id, ids) }),
    ...lifecycleRoutes({ pool, archive, events: actionEvents }),
    ...referenceRoutes(pool),
    ...tryActionRoutes({ actions, ledger }),
    previewRoute(egress),
    importRoute(),
    ...callRoutes(pool),
    metricsRoute({ pool, log, countStreams: () => heartbeat.size }),
    ...secretRoutes(secrets),
    ...webhooks.endpoints,
    ...connectionRoutes(connections),
    ...oauthRoutes(connectionDeps, connections),
    eventTypesRoute(connections, connectionDeps),
    ...toolRoutes({ pool, connections, actions, addresses: connectionDeps.addresses }),
    hookRoute(connectionDeps),
    ...knowledgeRoutes({ pool, agents }),
    ...conversationRoutes(conversations),
    ...inboxRoutes(conversations),
    ...leadRoutes({ pool, events }),
    ...bookingRoutes(pool),
    ...backups.endpoints,
    sessionRoute(conversations),
    ...identityRoutes(conversations),
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
      ...accounts.authenticators,
    },
    authorize,
    onChange: accounts.onChange,
    strictAccesses: ['workspace', 'person'],
    idempotency: {
      accesses: ['workspace'],
      ...{ pool, vault },
      onError: (error: unknown) => log.error({ err: error }, 'an idempotency key was not kept'),
      scopeOf: (who: unknown) => (isWorkspaceActor(who) ? who.workspaceId : null),
    },
    findAgent: (id) => agents.findPublic(id),
    onLoaded: (agentId, page) => sightings.note(agentId, page),
    async findFrameOrigins(id) {
      const agent = await agents.findPublic(id);
      return agent ? listFrameOrigins(actions, agent) : [];
    },
  });

  let endCleaning = () => {};
  return {
    http,
    endpoints,
    ownKey,
    findSetupLink: () => accounts.findSetupLink(),
    connectionEvents: connectionDeps.events,
    sweepConnections: () => connections.sweep(),
    begin() {
      health.set('ready');
      turns.begin();
      webhooks.begin(engine);
      connections.sweep().catch((error) => log.warn({ err: error }, 'connections are looked at in an hour'));
      endCleaning = everyHour(log, [
        () => purgeIdempotencyKeys(pool),
        () => purgeSessions(pool),
        () => purgePlayground(pool),
        () => purgeFiles(pool),
        () => accounts.purge(),
        () => purgeLimits(pool),
        () => closeForgottenOffers({ pool, live }),
        () => archive.purge(),
        () => webhooks.purge(),
        () => engine.purge(),
        () => connections.sweep(),
        ...backups.hourly,
      ]);
    },
    async stop() {
      health.set('stopping');
      endCleaning();
      await backups.stop();
      await turns.stop();
      await ledger.stop();
      await webhooks.stop();
      await engine.stop();
      await connections.stop();
      await budget.close();
      await Promise.all([egress.close(), modelEgress.close()]);
      heartbeat.close();
      await bus.close();
    },
  };
}

function isWorkspaceActor(actor: unknown): actor is WorkspaceActor {
  return typeof actor === 'object' && actor !== null && 'permissions' in actor;
}
