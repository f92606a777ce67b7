import type { ZodObject, ZodType } from 'zod';
import type { Permission, Role } from '../../contract/accounts/permissions.ts';
import { type Endpoint, type EndpointCall, endpointFactory } from '../platform/http/endpoint.ts';
import type { EndpointSpec } from '../platform/http/endpoint-spec.ts';

/** Someone with rights in a workspace: a person by their session, or a program by its key. */
export interface WorkspaceActor {
  workspaceId: string;
  /** What teammates and visitors see. */
  name: string;
  permissions: ReadonlySet<Permission>;
  /** Of a person. */
  userId?: string;
  role?: Role;
  /** Of a program: which key. Absent: the operator's, or this server itself. */
  keyId?: string;
}

/** A person with an account, wherever they are a member. */
export interface PersonActor {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  /** Where they are now; null: nowhere, they were removed everywhere. */
  workspaceId: string | null;
}

/** A person in a widget, known by the token of their session. */
export interface VisitorActor {
  workspaceId: string;
  agentId: string;
  visitorId: string;
  /** The conversation that they are in: their newest. */
  conversationId: string;
  /** Milliseconds until the proof of who they are ends; absent: there is none now. */
  provedForMs?: number;
}

/** Who may call a route. Every route names one of these; there is no default. */
export interface Actors {
  public: null;
  visitor: VisitorActor;
  workspace: WorkspaceActor;
  person: PersonActor;
}

/** A route of the workspace API does not compile without saying what it needs. */
type Needs<Access> = Access extends 'workspace' ? { permission: Permission } : { permission?: never };

export const endpoint: <
  Access extends keyof Actors,
  Params extends ZodObject | undefined = undefined,
  Query extends ZodObject | undefined = undefined,
  Body extends ZodType | undefined = undefined,
>(
  spec: EndpointSpec<Access, Params, Query, Body> & Needs<Access>,
  handle: (call: EndpointCall<Actors[Access], Params, Query, Body>) => Promise<unknown>,
) => Endpoint<Actors> = endpointFactory<Actors>();
