import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { EgressError } from './egress-error.ts';

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const decoders = new Map<string, Decode>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
  // Some servers leave the two bytes away that zlib begins with.
  ['deflate', (body, options) => promisify(isZlib(body) ? inflate : inflateRaw)(body, options)],
]);

/** Undoes `Content-Encoding`, and stops as soon as more than `maxBytes` come out. @throws EgressError */
export async function decodeBody(body: Uint8Array, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const codings = encoding
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((coding) => coding && coding !== 'identity');
  if (codings.length > 3) throw new EgressError('reset', { maybeSent: true });
  let decoded = body;
  for (const coding of codings.reverse()) {
    if (decoded.length === 0) break;
    decoded = await undo(decoded, coding, maxBytes);
  }
  if (decoded.length > maxBytes) throw new EgressError('too_large', { maybeSent: true });
  return decoded;
}

async function undo(body: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const decode = decoders.get(coding);
  if (!decode)
    throw new EgressError('reset', { maybeSent: true, cause: new Error(`unknown coding ${coding}`) });
  try {
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new EgressError(isLarge ? 'too_large' : 'reset', { maybeSent: true, cause });
  }
}

function isZlib(body: Uint8Array): boolean {
  return ((body[0] ?? 0) & 0x0f) === 8;
}
