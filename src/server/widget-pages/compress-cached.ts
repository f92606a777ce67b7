import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Encoding } from './widget-assets.ts';

const COMPRESS = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** Agents are few; a flood of made-up ones never gets this far. */
const MAX_KEPT = 500;

/** Compresses short texts as well as can be, and keeps the newest results. */
export function createCompressor(): (text: string, encoding: Encoding) => Promise<Buffer> {
  const kept = new Map<string, Promise<Buffer>>();
  return (text, encoding) => {
    if (encoding === 'identity') return Promise.resolve(Buffer.from(text));
    const key = `${encoding}:${text}`;
    const result = kept.get(key) ?? COMPRESS[encoding](text);
    kept.delete(key);
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return result;
  };
}
