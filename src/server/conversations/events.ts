/** A turn that some process owes an answer to; its row is in `turns`. */
export interface OpenTurn {
  id: string;
  workspaceId: string;
  conversationId: string;
  agentId: string;
  visitorId: string;
  fence: number;
  attempt: number;
  /** Wait this long first: the visitor is still typing away. Milliseconds. */
  delayMs: number;
}

export interface ConversationEvents {
  'turn-opened': OpenTurn;
  /** For good, on somebody's wish; the names of the rows stand in `erasures`. */
  'data-erased': { workspaceId: string };
}
