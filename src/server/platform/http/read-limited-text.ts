import type { Context } from 'hono';
import { AppError } from '../errors.ts';

const MAX_BYTES = 1024 * 1024;

/**
 * The body as text. A declared length is believed, because the HTTP parser holds the sender to it: then no web stream
 * has to be made. A body of unknown length is counted as it comes. @throws AppError `too_large`
 */
export async function readLimitedText(context: Context, maxBytes = MAX_BYTES): Promise<string> {
  const declared = context.req.header('content-length');
  if (declared !== undefined) {
    if (Number(declared) > maxBytes) throw tooLarge(maxBytes);
    return context.req.text();
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', { publicMessage: `The body is larger than ${maxBytes} bytes.` });
}
