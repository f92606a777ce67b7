import type { Context } from 'hono';
import { AppError } from '../../platform/errors.ts';

/** The bytes of a body, as they came: a signature is over them. @throws AppError `too_large` */
export async function readRawBody(context: Context, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes)
      throw new AppError('too_large', { publicMessage: `The body is larger than ${maxBytes} bytes.` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
