import type { Log } from '../log.ts';

/** What travels over the bus: small JSON objects. */
export type BusMessage = { type: string } & Record<string, unknown>;

export type BusListener = (message: BusMessage) => void;

/**
 * Live fan-out between the server processes of one database. Messages are hints: one that is too large for the
 * wire, or lost while the session was away, arrives as `{ type: 'resync' }`, and the reader asks the database.
 */
export interface Bus {
  /** Delivers at once to this process and within some milliseconds to the others. Never throws. */
  publish(topic: string, message: BusMessage): void;
  /** @returns the call that ends the subscription. */
  subscribe(topic: string, listener: BusListener): () => void;
  /** Hears every topic. @returns the call that ends it. */
  subscribeAll(listener: (topic: string | null, message: BusMessage) => void): () => void;
  close(): Promise<void>;
}

export const RESYNC: BusMessage = { type: 'resync' };

/** Listeners of this process by topic. A listener that throws is logged and does not stop the others. */
export class LocalTopics {
  private readonly listeners = new Map<string, Set<BusListener>>();
  private readonly all = new Set<(topic: string | null, message: BusMessage) => void>();
  private readonly log: Log;

  constructor(log: Log) {
    this.log = log;
  }

  subscribe(topic: string, listener: BusListener): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.listeners.get(topic) === set) this.listeners.delete(topic);
    };
  }

  subscribeAll(listener: (topic: string | null, message: BusMessage) => void): () => void {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  }

  deliver(topic: string, message: BusMessage): void {
    for (const listener of this.all) this.call((heard) => listener(topic, heard), message);
    for (const listener of this.listeners.get(topic) ?? []) this.call(listener, message);
  }

  /** The topic is null for those who hear all. */
  deliverToAll(message: BusMessage): void {
    for (const listener of this.all) this.call((heard) => listener(null, heard), message);
    for (const set of this.listeners.values()) for (const listener of set) this.call(listener, message);
  }

  private call(listener: BusListener, message: BusMessage): void {
    try {
      listener(message);
    } catch (error) {
      this.log.error({ err: error, type: message.type }, 'a bus listener failed');
    }
  }
}
