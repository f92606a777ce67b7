import type { Pool } from 'pg';
import type { Entry } from '../../../contract/entry.ts';
import type { EventStream } from '../../platform/http/event-stream.ts';
import { isTurnRunning, readConversationState } from './conversation-state.ts';
import { ENTRIES_PER_PAGE, listEntriesAfter } from './list-entries.ts';
import type { Live, LiveMessage } from './live.ts';

interface StreamOptions {
  pool: Pool;
  live: Live;
  stream: EventStream;
  conversationId: string;
  /** The reader has everything up to this cursor. */
  after: number;
  /** Nothing can have happened after that cursor yet: the table need not be read first. */
  isCurrent?: boolean;
  /** End when this turn has ended; absent: go on until the reader leaves. The fence is the one it was opened with. */
  untilTurn?: { id: string; fence: number };
  onError(error: unknown): void;
}

/**
 * Keeps a reader up to date: first what they missed, then what happens. The subscription stands before the table is
 * read, and every gap between two cursors is filled from the table, so nothing is lost between the two.
 */
export function streamConversation(options: StreamOptions): void {
  new ConversationStream(options).open();
}

class ConversationStream {
  private readonly options: StreamOptions;
  private cursor: number;
  /** Messages that came while the table is read; null while it is not. */
  private waiting: LiveMessage[] | null = null;
  /** Entries that the reader sees only as live text so far. */
  private drafts: string[] = [];

  constructor(options: StreamOptions) {
    this.options = options;
    this.cursor = options.after;
  }

  open(): void {
    const { live, stream, conversationId, isCurrent = false } = this.options;
    const unsubscribe = live.subscribe(conversationId, (message) => this.receive(message));
    stream.onClose(unsubscribe);
    if (!isCurrent) this.read();
  }

  private receive(message: LiveMessage): void {
    if (this.waiting) this.waiting.push(message);
    else if (!this.deliver(message)) this.read();
  }

  /** @returns false when the tables have to be read. */
  private deliver(message: LiveMessage): boolean {
    const { stream, untilTurn } = this.options;
    switch (message.type) {
      case 'entry': {
        const next = Number(message.entry.cursor);
        if (next > this.cursor + 1) return false;
        if (next === this.cursor + 1) this.send(message.entry);
        return true;
      }
      case 'delta':
        if (!this.drafts.includes(message.entryId)) this.drafts.push(message.entryId);
        stream.send('delta', { entryId: message.entryId, offset: message.offset, text: message.text });
        return true;
      case 'withdraw':
        this.withdraw(message.entryId);
        return true;
      case 'state':
        stream.send('state', { autoReply: message.autoReply, typing: message.typing });
        return true;
      case 'turn-ended':
        if (message.turnId === untilTurn?.id) stream.end();
        return true;
      case 'fence':
        // Whoever was speaking is over, also where the process that spoke has died and cannot say so.
        this.withdrawAll();
        return untilTurn === undefined || message.fence <= untilTurn.fence;
      case 'sessions-changed':
      case 'team-changed':
        return true;
      case 'resync':
        this.withdrawAll();
        return false;
    }
  }

  private send(entry: Entry): void {
    this.cursor = Number(entry.cursor);
    if (this.drafts.includes(entry.id)) this.drafts = this.drafts.filter((id) => id !== entry.id);
    this.options.stream.send('entry', entry, entry.cursor);
  }

  private withdraw(entryId: string): void {
    if (!this.drafts.includes(entryId)) return;
    this.drafts = this.drafts.filter((id) => id !== entryId);
    this.options.stream.send('withdraw', { entryId });
  }

  private withdrawAll(): void {
    for (const entryId of this.drafts) this.withdraw(entryId);
  }

  /** Reads the tables, then goes on with what came meanwhile. */
  private read(): void {
    this.waiting = [];
    this.catchUp().catch((error) => {
      // The reader comes back with their cursor and finds what could not be read now.
      this.options.stream.end();
      this.options.onError(error);
    });
  }

  private async catchUp(): Promise<void> {
    const { pool, stream, conversationId, untilTurn } = this.options;
    do {
      await this.sendMissed();
      if (untilTurn === undefined) stream.send('state', await readConversationState(pool, conversationId));
      else if (!(await isTurnRunning(pool, untilTurn.id))) {
        await this.sendMissed();
        stream.end();
      }
    } while (!stream.closed && !this.drain());
    this.waiting = null;
  }

  private async sendMissed(): Promise<void> {
    const { pool, stream, conversationId } = this.options;
    for (;;) {
      const entries = await listEntriesAfter(pool, conversationId, this.cursor);
      for (const entry of entries) this.send(entry);
      if (entries.length < ENTRIES_PER_PAGE || stream.closed) return;
    }
  }

  /** @returns false when one of the messages asks for another look into the tables. */
  private drain(): boolean {
    while (this.waiting?.length) if (!this.deliver(this.waiting.shift() as LiveMessage)) return false;
    return true;
  }
}
