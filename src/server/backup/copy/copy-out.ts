import type { Connection, Submittable } from 'pg';

/** How much may wait for the reader before PostgreSQL is asked to pause. */
const HIGH_WATER_BYTES = 1_048_576;

/**
 * `COPY … TO STDOUT` as rows that can be read one after the other: `pg` alone knows the messages, but offers no way to read
 * them. One message is one row.
 */
export class CopyOut implements Submittable, AsyncIterable<Buffer[]> {
  private readonly text: string;
  private connection: Connection | undefined;
  private rows: Buffer[] = [];
  private bytes = 0;
  private isEnded = false;
  private isLeft = false;
  private error: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The rows in the batches in which they arrived. @throws what PostgreSQL, or the connection, says */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer[]> {
    try {
      for (;;) {
        if (this.rows.length > 0) yield this.takeRows();
        else if (this.error) throw this.error;
        else if (this.isEnded) return;
        else
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
      }
    } finally {
      // Who stops early leaves a session that still has to hear the rest.
      this.isLeft = true;
      this.takeRows();
    }
  }

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.isLeft) return;
    // The buffer that it points into is used again.
    this.rows.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes > HIGH_WATER_BYTES) this.connection?.stream.pause();
    this.wake?.();
  }

  handleError(error: Error): void {
    this.error = error;
    this.wake?.();
  }

  handleReadyForQuery(): void {
    this.isEnded = true;
    this.wake?.();
  }

  handleCommandComplete(): void {}

  private takeRows(): Buffer[] {
    const batch = this.rows;
    this.rows = [];
    this.bytes = 0;
    this.connection?.stream.resume();
    return batch;
  }
}
