import type { Storage } from './storage.ts';

/** A message of the visitor that the server has not taken yet. */
export interface PendingMessage {
  clientId: string;
  text: string;
  /** Milliseconds since 1970: the order in which they are sent. */
  at: number;
  /** `failed`: no luck so far, more tries follow. `refused`: the server does not want it. */
  state: 'waiting' | 'failed' | 'refused';
}

/** Unsent messages in the browser, one key each: tabs never overwrite each other's. */
export interface Outbox {
  load(): PendingMessage[];
  save(message: PendingMessage): void;
  remove(clientId: string): void;
}

const PREFIX = 'outbox:';

export function createOutbox(storage: Storage): Outbox {
  return {
    load: () =>
      storage
        .names(PREFIX)
        .flatMap((name) => readMessage(name.slice(PREFIX.length), storage.get(name)))
        .sort((left, right) => left.at - right.at),
    save: ({ clientId, text, at }) => storage.set(PREFIX + clientId, JSON.stringify({ text, at })),
    remove: (clientId) => storage.remove(PREFIX + clientId),
  };
}

function readMessage(clientId: string, stored: string | null): PendingMessage[] {
  const { text, at } = JSON.parse(stored ?? '{}') as Partial<PendingMessage>;
  return text === undefined || at === undefined ? [] : [{ clientId, text, at, state: 'waiting' }];
}
