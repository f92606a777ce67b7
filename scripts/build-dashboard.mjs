/** Builds the dashboard. Prints nothing. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { buildPages } from './build-pages.mjs';
import { inCheckout } from './checkout.mjs';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Writes its pages, and each of their assets also as `.br` and `.gz`.
 * @param {{ outdir: string }} options
 */
export async function buildDashboard({ outdir }) {
  await buildPages({ root: inCheckout('src', 'dashboard'), outdir });
  const assets = join(outdir, 'assets');
  await Promise.all((await readdir(assets)).map((name) => compress(join(assets, name))));
}

async function compress(path) {
  const contents = await readFile(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  await Promise.all([
    writeFile(`${path}.br`, await compressBrotli(contents, { params: quality })),
    writeFile(`${path}.gz`, await compressGzip(contents, { level: 9 })),
  ]);
}
