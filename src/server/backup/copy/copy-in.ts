import { once } from 'node:events';
import type { Connection, Submittable } from 'pg';

/** What `pg` can do and its types do not tell. */
type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

/** `COPY … FROM STDIN`, fed from a source that is read only as fast as PostgreSQL takes it. */
export class CopyIn implements Submittable {
  /** Settled when PostgreSQL has taken, or refused, all of it. */
  readonly done: Promise<void>;
  private readonly text: string;
  private readonly source: AsyncIterable<Buffer>;
  private readonly settle = Promise.withResolvers<void>();
  private error: unknown;

  constructor(text: string, source: AsyncIterable<Buffer>) {
    this.text = text;
    this.source = source;
    this.done = this.settle.promise;
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: Connection): void {
    void this.feed(connection as CopyConnection);
  }

  handleError(error: Error): void {
    // The first one says why: PostgreSQL repeats a failure of ours in its own words.
    this.error ??= error;
    this.settle.reject(this.error);
  }

  handleReadyForQuery(): void {
    if (this.error === undefined) this.settle.resolve();
  }

  handleCommandComplete(): void {}

  private async feed(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.source) {
        if (this.error !== undefined) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      }
      connection.endCopyFrom();
    } catch (error) {
      this.error ??= error;
      connection.sendCopyFail('the backup could not be read');
    }
  }
}
