import { hash } from 'node:crypto';
import type { ZodType } from 'zod';
import { BrokenBackup } from './broken-backup.ts';
import {
  endSchema,
  FORMAT,
  frameTypes,
  type Head,
  headSchema,
  type Part,
  type PartEnd,
  partEndSchema,
  partSchema,
} from './format.ts';
import { type Frame, readFrames } from './read-frames.ts';

export interface BackupReader {
  onHead?(head: Head): Promise<void>;
  /** Has to read the data to its end. */
  onPart(part: Part, data: AsyncIterable<Buffer>): Promise<void>;
  onPartEnd?(end: PartEnd): void;
}

/** Reads a backup file once, from its start to its end. @throws BrokenBackup */
export async function readBackup(
  path: string,
  reader: BackupReader,
): Promise<{ head: Head; parts: PartEnd[] }> {
  const frames = readFrames(path);
  try {
    const first = await next(frames, frameTypes.head);
    const head = parse(headSchema, first);
    if (head.format > FORMAT)
      throw new BrokenBackup('a newer Bellhop has made it, and only that one can restore it');
    await reader.onHead?.(head);
    for (;;) {
      const frame = await next(frames);
      if (frame.type === frameTypes.end) {
        const end = parse(endSchema, frame);
        // Also that the packing ends there, and is not cut behind it.
        if (!(await frames.next()).done || end.head !== hash('sha256', first.data))
          throw new BrokenBackup('it is not what was written');
        return { head, parts: end.parts };
      }
      if (frame.type !== frameTypes.part) throw new BrokenBackup('its parts are in disorder');
      let end: Frame | undefined;
      async function* readData(): AsyncGenerator<Buffer> {
        for (end = await next(frames); end.type === frameTypes.data; end = await next(frames)) yield end.data;
      }
      await reader.onPart(parse(partSchema, frame), readData());
      if (end?.type !== frameTypes.partEnd) throw new BrokenBackup('a part of it has no end');
      reader.onPartEnd?.(parse(partEndSchema, end));
    }
  } finally {
    await frames.return(undefined);
  }
}

async function next(frames: AsyncGenerator<Frame>, type?: number): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done) throw new BrokenBackup(type === undefined ? 'it is cut off' : 'it is empty');
  if (type !== undefined && value.type !== type) throw new BrokenBackup('it does not begin as a backup does');
  return value;
}

function parse<Value>(schema: ZodType<Value>, { data }: Frame): Value {
  try {
    return schema.parse(JSON.parse(data.toString('utf8')));
  } catch (cause) {
    throw new BrokenBackup('what it says of itself makes no sense', { cause });
  }
}
