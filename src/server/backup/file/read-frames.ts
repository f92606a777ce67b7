import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { BrokenBackup } from './broken-backup.ts';

export interface Frame {
  type: number;
  data: Buffer;
}

/** No frame that we write is longer: a broken length must not fill the memory. */
const MAX_BYTES = 1_100_000_000;
const HEADER_BYTES = 5;

/** The frames of a backup file in turn. @throws BrokenBackup when it ends in the middle of one, or is none */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const file = createReadStream(path);
  const unpacked = createZstdDecompress();
  file.on('error', (error) => unpacked.destroy(error));
  file.pipe(unpacked);
  let waiting: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      waiting.push(chunk);
      size += chunk.length;
      if (size < needed(waiting, size)) continue;
      let rest = Buffer.concat(waiting);
      for (
        let length = needed([rest], rest.length);
        rest.length >= length;
        length = needed([rest], rest.length)
      ) {
        yield { type: rest.readUInt8(0), data: rest.subarray(HEADER_BYTES, length) };
        rest = rest.subarray(length);
      }
      waiting = [rest];
      size = rest.length;
    }
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (
      syscall === undefined &&
      (code.startsWith('ZSTD') || code.startsWith('Z_') || code.startsWith('ERR_ZSTD'))
    )
      throw new BrokenBackup('it is damaged, or not a backup of Bellhop', { cause: error });
    throw error;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  if (size > 0) throw new BrokenBackup('it is cut off');
}

/** The bytes of the frame that comes next, its header included. */
function needed(waiting: Buffer[], size: number): number {
  if (size < HEADER_BYTES) return HEADER_BYTES;
  const first = waiting[0] as Buffer;
  const header = first.length < HEADER_BYTES ? Buffer.concat(waiting).subarray(0, HEADER_BYTES) : first;
  const length = header.readUInt32BE(1);
  if (length > MAX_BYTES) throw new BrokenBackup('it is damaged, or not a backup of Bellhop');
  return HEADER_BYTES + length;
}
