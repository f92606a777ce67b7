import type { TurnRunner } from './agent/turn/turn-runner.ts';
import type { ConversationEvents } from './conversations/events.ts';
import type { Events } from './platform/events.ts';

interface Features {
  conversations: Events<ConversationEvents>;
  turns: TurnRunner;
}

/** Every "when X then Y" of the product, one line each. */
export function wire({ conversations, turns }: Features): void {
  conversations.on('turn-opened', (turn) => turns.start(turn));
}
