import { createHash, type Hash, hash as hashOnce } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { RowSum } from '../copy/row-sum.ts';
import { frameTypes, type Head, type Part, type PartEnd } from './format.ts';

const BATCH_BYTES = 262_144;

/** Writes a backup file part by part, never holding more than a batch of it. */
export class FrameWriter {
  private readonly packed = createZstdCompress();
  private readonly written: Promise<void>;
  private readonly ends: PartEnd[] = [];
  private head = '';

  /** @param path must not exist; only its owner may read it */
  constructor(path: string) {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    file.on('error', (error) => this.packed.destroy(error));
    this.packed.pipe(file);
    this.written = Promise.all([finished(file), finished(this.packed, { readable: false })]).then(() => {});
    // Whoever writes or ends hears of it; nobody may be there to hear it earlier.
    this.written.catch(() => undefined);
  }

  /** What the file says of itself; comes first. */
  async writeHead(head: Head): Promise<void> {
    const data = Buffer.from(JSON.stringify(head));
    this.head = hashOnce('sha256', data);
    await this.writeFrame(frameTypes.head, data);
  }

  /** A table, or a file, as its rows come. */
  async writePart(part: Part, source: AsyncIterable<Buffer[]>): Promise<PartEnd> {
    await this.writeJson(frameTypes.part, part);
    const sum = new RowSum();
    const hash = createHash('sha256');
    let bytes = 0;
    let batch: Buffer[] = [];
    let size = 0;
    const flush = async () => {
      bytes += size;
      await this.writeBatch(batch, hash);
      batch = [];
      size = 0;
    };
    for await (const rows of source)
      for (const row of rows) {
        sum.add(row);
        batch.push(row);
        size += row.length;
        if (size >= BATCH_BYTES) await flush();
      }
    if (size > 0) await flush();
    const { kind, name } = part;
    const end = { kind, name, rows: sum.rows, bytes, sha256: hash.digest('hex'), sum: sum.text };
    await this.writeJson(frameTypes.partEnd, end);
    this.ends.push(end);
    return end;
  }

  /** @returns what stands in the file, once it is on the disk */
  async end(): Promise<PartEnd[]> {
    await this.writeJson(frameTypes.end, { head: this.head, parts: this.ends });
    this.packed.end();
    await this.written;
    return this.ends;
  }

  /** Gives up; the file is left as it is. */
  async abort(): Promise<void> {
    this.packed.destroy(new Error('the backup was given up'));
    await this.written.catch(() => undefined);
  }

  private async writeJson(type: number, value: unknown): Promise<void> {
    await this.writeFrame(type, Buffer.from(JSON.stringify(value)));
  }

  private async writeBatch(batch: Buffer[], hash: Hash): Promise<void> {
    const data = Buffer.concat(batch);
    hash.update(data);
    await this.writeFrame(frameTypes.data, data);
  }

  private async writeFrame(type: number, data: Buffer): Promise<void> {
    const header = Buffer.alloc(5);
    header.writeUInt8(type, 0);
    header.writeUInt32BE(data.length, 1);
    this.packed.write(header);
    if (!this.packed.write(data)) await Promise.race([once(this.packed, 'drain'), this.written]);
    if (this.packed.destroyed) await this.written;
  }
}
