import type { Entry } from '../entry.ts';

/**
 * Server-sent events of `GET /widget/v1/events` and of a streamed `POST /widget/v1/messages`.
 * `entry` carries its cursor as the SSE id; the others are hints and carry none.
 */
export type StreamEvent =
  | { event: 'entry'; data: Entry }
  /** `offset`: characters of this entry that came before `text`; a client that missed some waits for the entry. */
  | { event: 'delta'; data: { entryId: string; offset: number; text: string } }
  /** The agent's unfinished entry will not come: take it off the screen. */
  | { event: 'withdraw'; data: { entryId: string } }
  | { event: 'state'; data: ConversationState };

export interface ConversationState {
  autoReply: 'on' | 'muted';
  /** The agent is working on an answer. */
  typing: boolean;
}

/** Seconds between heartbeats (an SSE comment) on an idle stream. */
export const HEARTBEAT_SECONDS = 25;
