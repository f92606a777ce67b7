import type { Entry } from '../../contract/entry.ts';
import type { AppendedMessage } from './append-visitor-message.ts';
import type { ConversationDeps } from './deps.ts';

/** Tells everybody of a new message, and whoever is to answer it. */
export function announceMessage(
  { live, events }: Pick<ConversationDeps, 'live' | 'events'>,
  entry: Entry,
  { fence, turn }: NonNullable<AppendedMessage['opened']>,
): void {
  const { conversationId } = entry;
  live.publish(conversationId, { type: 'fence', fence });
  live.publishEntries(conversationId, [entry]);
  if (!turn) return;
  live.publish(conversationId, { type: 'state', autoReply: 'on', typing: true });
  events.emit('turn-opened', turn);
}
