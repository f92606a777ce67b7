/** Builds the dashboard. Prints nothing. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inCheckout } from './checkout.mjs';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** What the server puts in place of it: a new one for each answer. */
const NONCE = '__NONCE__';

/** Browsers with `light-dark()`, which Vite's minifier would otherwise rewrite into something that is not the same. */
const target = ['chrome123', 'firefox120', 'safari17.5'];

/**
 * Writes `index.html` with a place for the nonce, and `assets/` with names that change with what is in them, each also as `.br` and `.gz`.
 * @param {{ outdir: string }} options
 */
export async function buildDashboard({ outdir }) {
  await build({
    root: inCheckout('src', 'dashboard'),
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    base: '/dashboard/',
    html: { cspNonce: NONCE },
    plugins: [react()],
    build: {
      outDir: outdir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      // A data address is no place that the policy lets a script or a font come from.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1_000,
    },
  });
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
