import type { TurnRunner } from './agent/turn/turn-runner.ts';
import type { ConnectionEvents } from './connections/events.ts';
import type { ConversationEvents } from './conversations/events.ts';
import type { Events } from './platform/events.ts';
import type { ActionEvents } from './workspace/actions/action-events.ts';

interface Features {
  conversations: Events<ConversationEvents>;
  actions: Events<ActionEvents>;
  turns: TurnRunner;
  backups: { onErased(): void };
  closeOffers(actionIds: string[]): void;
  connections: Events<ConnectionEvents>;
  followReport(report: ConnectionEvents['booking-reported']): Promise<void>;
}

/** Every "when X then Y" of the product, one line each. */
export function wire({
  conversations,
  actions,
  turns,
  backups,
  closeOffers,
  connections,
  followReport,
}: Features): void {
  conversations.on('turn-opened', (turn) => turns.start(turn));
  conversations.on('data-erased', () => backups.onErased());
  actions.on('actions-archived', ({ actionIds }) => closeOffers(actionIds));
  connections.on('booking-reported', followReport);
}
