import type { Entry } from '../../../contract/entry.ts';
import type { Bus, BusMessage } from '../../platform/bus/bus.ts';

/** What is said live about a conversation. All of it are hints; the tables are the truth. */
export type LiveMessage =
  | { type: 'entry'; entry: Entry }
  | { type: 'delta'; entryId: string; offset: number; text: string }
  | { type: 'withdraw'; entryId: string }
  | { type: 'state'; autoReply: 'on' | 'muted'; typing: boolean }
  /** Turns that hold an older fence are over. */
  | { type: 'fence'; fence: number }
  | { type: 'turn-ended'; turnId: string }
  /** Some sessions of the visitor are over, or see more than before. */
  | { type: 'sessions-changed' }
  /** Something that only the team sees. */
  | { type: 'team-changed' }
  | { type: 'resync' };

/** The live side of conversations, typed. */
export class Live {
  private readonly bus: Bus;

  constructor(bus: Bus) {
    this.bus = bus;
  }

  publish(conversationId: string, message: LiveMessage): void {
    this.bus.publish(conversationId, message as BusMessage);
  }

  publishEntries(conversationId: string, entries: Entry[]): void {
    for (const entry of entries) this.publish(conversationId, { type: 'entry', entry });
  }

  subscribe(conversationId: string, listener: (message: LiveMessage) => void): () => void {
    return this.bus.subscribe(conversationId, (message) => listener(message as unknown as LiveMessage));
  }

  /** Hears of every conversation; null: of any of them something may have been missed. */
  subscribeAll(listener: (conversationId: string | null, type: LiveMessage['type']) => void): () => void {
    return this.bus.subscribeAll((topic, message) => listener(topic, message.type as LiveMessage['type']));
  }
}
