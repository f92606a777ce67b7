import type { Entry } from '../../../contract/entry.ts';
import type { Live } from '../sync/live.ts';

interface TakeOver {
  fence: number;
  autoReply: 'on' | 'muted';
  endedTurns: string[];
}

/** Tells every process and reader that older turns of a conversation are over. */
export function publishTakeOver(
  live: Live,
  conversationId: string,
  { fence, autoReply, endedTurns }: TakeOver,
  entries: Entry[],
): void {
  live.publish(conversationId, { type: 'fence', fence });
  live.publishEntries(conversationId, entries);
  live.publish(conversationId, { type: 'state', autoReply, typing: false });
  for (const turnId of endedTurns) live.publish(conversationId, { type: 'turn-ended', turnId });
}
