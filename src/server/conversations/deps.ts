import type { Context } from 'hono';
import type { Pool } from 'pg';
import type { Events } from '../platform/events.ts';
import type { Heartbeat } from '../platform/http/event-stream.ts';
import type { Log } from '../platform/log.ts';
import type { VisitorActor } from '../workspace/actors.ts';
import type { AgentStore } from '../workspace/agents/agents.ts';
import type { IdentitySecretStore } from '../workspace/identity-secrets/identity-secrets.ts';
import type { CardDeps } from './cards/card-deps.ts';
import type { ConversationEvents } from './events.ts';
import type { Live } from './sync/live.ts';

/** What the routes of conversations need from the house. */
export interface ConversationDeps extends CardDeps {
  live: Live;
  events: Events<ConversationEvents>;
  agents: AgentStore;
  identitySecrets: IdentitySecretStore;
  limits: VisitorLimits;
  heartbeat: Heartbeat;
  eraseVisitor: EraseVisitor;
  log: Log;
}

/**
 * Deletes a visitor and all that they said and left, for whoever knows where it is kept.
 * @returns the conversations that are no more
 */
export type EraseVisitor = (pool: Pool, visitor: VisitorActor) => Promise<string[]>;

/** Each throws `rate_limited` when the budget is used up. */
export interface VisitorLimits {
  session(context: Context): Promise<void>;
  message(context: Context, visitor: VisitorActor): Promise<void>;
  card(context: Context, visitor: VisitorActor): Promise<void>;
  /** Going on with a session, which any token can do. */
  resume(token: string): Promise<void>;
  stream(visitor: VisitorActor): Promise<void>;
}
