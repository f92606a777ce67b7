import type { Pool } from 'pg';
import type { Entry } from '../../../contract/entry.ts';
import type { EventStream } from '../../platform/http/event-stream.ts';
import { ENTRIES_PER_PAGE, listEntriesAfter } from './list-entries.ts';
import type { Live, LiveMessage } from './live.ts';

interface StreamOptions {
  pool: Pool;
  live: Live;
  stream: EventStream;
  conversationId: string;
  /** The reader has everything up to this cursor. */
  after: number;
  /** End when this turn has ended; null: go on until the reader leaves. */
  untilTurn?: string | null;
  onError(error: unknown): void;
}

/**
 * Keeps a reader up to date: first what they missed, then what happens. The subscription stands before the table
 * is read, and every gap between two cursors is filled from the table, so nothing is lost between the two.
 */
export async function streamConversation(options: StreamOptions): Promise<void> {
  const { pool, live, stream, conversationId, untilTurn = null, onError } = options;
  let cursor = options.after;
  let waiting: LiveMessage[] | null = [];

  const send = (entry: Entry) => {
    cursor = Number(entry.cursor);
    stream.send('entry', entry, entry.cursor);
  };

  const catchUp = async () => {
    for (;;) {
      const entries = await listEntriesAfter(pool, conversationId, cursor);
      for (const entry of entries) send(entry);
      if (entries.length < ENTRIES_PER_PAGE || stream.closed) return;
    }
  };

  /** @returns false when the table has to be read first. */
  const deliver = (message: LiveMessage): boolean => {
    switch (message.type) {
      case 'entry': {
        const next = Number(message.entry.cursor);
        if (next > cursor + 1) return false;
        if (next === cursor + 1) send(message.entry);
        return true;
      }
      case 'resync':
        return false;
      case 'turn-ended':
        if (message.turnId === untilTurn) stream.end();
        return true;
      case 'fence':
        return true;
      default: {
        const { type, ...data } = message;
        stream.send(type, data);
        return true;
      }
    }
  };

  const drain = async () => {
    while (waiting?.length && !stream.closed) {
      const message = waiting.shift() as LiveMessage;
      if (!deliver(message)) await catchUp();
    }
    waiting = null;
  };

  const unsubscribe = live.subscribe(conversationId, (message) => {
    if (waiting) {
      waiting.push(message);
    } else if (!deliver(message)) {
      waiting = [];
      fill().catch(onError);
    }
  });
  stream.onClose(unsubscribe);

  const fill = async () => {
    try {
      await catchUp();
      await drain();
    } catch (error) {
      // The reader comes back with its cursor and finds what could not be read now.
      stream.end();
      throw error;
    }
  };
  await fill();
}
