import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** What the server puts in place of it: a new one for each answer. */
const NONCE = '__NONCE__';

/** Browsers with `light-dark()`, which Vite's minifier would otherwise rewrite into something that is not the same. */
const target = ['chrome123', 'firefox120', 'safari17.5'];

/**
 * Writes `index.html` with a place for the nonce, and `assets/` with names that change with what is in them.
 * @param {{ root: string, outdir: string, define?: Record<string, string>, minify?: boolean }} options
 */
export async function buildPages({ root, outdir, define = {}, minify = true }) {
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    base: '/dashboard/',
    html: { cspNonce: NONCE },
    define,
    plugins: [react()],
    build: {
      outDir: outdir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      minify,
      // A data address is no place that the policy lets a script or a font come from.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
}
