import { endpointFactory } from '../platform/http/endpoint.ts';

/** Someone with rights in a workspace: an API key, for now. */
export interface WorkspaceActor {
  workspaceId: string;
  name: string;
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
}

export const endpoint = endpointFactory<Actors>();
