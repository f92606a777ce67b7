import type { Entry } from '../../../contract/entry.ts';
import type { Session } from '../../../contract/widget/session.ts';
import type { PendingMessage } from './outbox.ts';
import { compareCursors, EMPTY_TIMELINE, type Timeline } from './timeline.ts';

export interface ChatState {
  /** `loading`: the conversation is not on screen yet. `refused`: there is no chat here, and trying again is no use. */
  phase: 'loading' | 'ready' | 'refused';
  agent: Session['agent'] | null;
  timeline: Timeline;
  pending: PendingMessage[];
  connection: 'fine' | 'lost';
  autoReply: 'on' | 'muted';
  typing: boolean;
  /** Milliseconds since 1970 until which the server wants no message. */
  waitUntil: number;
  /** The newest entry that arrived while the visitor was here, for screen readers. */
  arrived: Entry | null;
  /** Up to here the visitor has seen the conversation. */
  readCursor: string;
  /** The first entry that was new to the visitor when they last opened the chat. */
  newFrom: string | null;
  /** What came of the last word of who the visitor is; null: none yet. */
  identity: { isVerified: boolean; problem: { code: string; message: string } | null } | null;
  /** How often the visitor was forgotten: what they were writing goes with them. */
  forgotten: number;
}

export const INITIAL_STATE: ChatState = {
  phase: 'loading',
  agent: null,
  timeline: EMPTY_TIMELINE,
  pending: [],
  connection: 'fine',
  autoReply: 'on',
  typing: false,
  waitUntil: 0,
  arrived: null,
  readCursor: '0',
  newFrom: null,
  identity: null,
  forgotten: 0,
};

/** Entries of the agent or a teammate that the visitor has not seen. */
export function listUnread({ timeline, readCursor }: ChatState): Entry[] {
  return timeline.entries.filter(
    ({ author, cursor }) =>
      (author.type === 'agent' || author.type === 'teammate') && compareCursors(cursor, readCursor) > 0,
  );
}
