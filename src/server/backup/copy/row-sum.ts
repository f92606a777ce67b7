import { hash } from 'node:crypto';

const LANES = 8;

/**
 * The rows of a table as one number, whatever their order: PostgreSQL gives them back in another one. The sums of the parts of
 * their SHA-256; unlike XOR it notices a row that is there twice.
 */
export class RowSum {
  rows = 0;
  private readonly lanes = new Uint32Array(LANES);

  add(row: Buffer): void {
    const digest = hash('sha256', row, 'buffer');
    this.rows++;
    for (let lane = 0; lane < LANES; lane++)
      this.lanes[lane] = ((this.lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4)) >>> 0;
  }

  get text(): string {
    return Array.from(this.lanes, (lane) => lane.toString(16).padStart(8, '0')).join('');
  }
}
