import type { Context } from 'hono';
import { AppError } from '../../platform/errors.ts';

/** The body as it is. It is counted as it comes, whatever length was declared. @throws AppError `too_large` */
export async function readLimitedBytes(context: Context, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (Number(context.req.header('content-length')) > maxBytes) throw tooLarge(maxBytes);
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', {
    publicMessage: `The file is larger than ${maxBytes / 1024 / 1024} MB.`,
  });
}
