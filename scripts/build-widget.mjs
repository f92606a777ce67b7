/** Builds what a visitor's browser loads. Prints nothing. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build, transform } from 'esbuild';

const widget = fileURLToPath(new URL('../src/widget/', import.meta.url));
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Browsers with nested dialogs of the top layer, constructed sheets, `light-dark()`: from the spring of 2024 on. */
const target = ['chrome123', 'firefox120', 'safari17.5'];

/**
 * Writes `loader.js`, which the server completes with the agent; the other files under names with a content hash,
 * each also as `.br` and `.gz`; and `manifest.json`, which names them.
 * @param {{ outdir: string, minify?: boolean }} options
 */
export async function buildWidget({ outdir, minify = true }) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const options = {
    outdir,
    bundle: true,
    minify,
    target,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  };
  const minifyCss = async (file) => {
    const css = await readFile(join(widget, file), 'utf8');
    return JSON.stringify((await transform(css, { loader: 'css', minify, target })).code.trim());
  };
  const hashed = {
    ...options,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    write: false,
  };
  // On its own: a chunk shared with the panel would be one more request before the panel is asked for.
  const frame = await build({
    ...hashed,
    entryPoints: { frame: join(widget, 'frame/chat-frame.ts') },
    define: { FRAME_CSS: await minifyCss('frame/frame.css') },
  });
  const [frameFile] = frame.outputFiles;
  await build({
    ...options,
    entryPoints: { loader: join(widget, 'loader/main.ts') },
    format: 'iife',
    define: { LOADER_CSS: await minifyCss('loader/loader.css') },
    plugins: [importByAddress(`/widget/assets/${basename(frameFile.path)}`)],
  });
  const buildPanel = (entryPoints, isOwners) =>
    build({
      ...hashed,
      entryPoints,
      define: { IS_OWNERS: String(isOwners) },
      splitting: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
  const main = join(widget, 'panel/main.tsx');
  const panel = await buildPanel({ panel: main, style: join(widget, 'panel/panel.css') }, false);
  const owners = await buildPanel({ 'owners-panel': main }, true);
  const card = await buildPanel({ 'card-page': join(widget, 'panel/owner/card-page.tsx') }, true);
  // Parts that both have in common are the same files.
  const made = [...frame.outputFiles, ...panel.outputFiles, ...owners.outputFiles, ...card.outputFiles];
  const outputFiles = [...new Map(made.map((file) => [file.path, file])).values()];
  await Promise.all(outputFiles.map(writeCompressed));
  const files = outputFiles.map(({ path }) => basename(path));
  const named = (start) => files.find((file) => file.startsWith(`${start}-`));
  const manifest = {
    panel: named('panel'),
    ownersPanel: named('owners-panel'),
    cardPage: named('card-page'),
    style: named('style'),
    files,
  };
  await writeFile(join(outdir, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

async function writeCompressed({ path, contents }) {
  await Promise.all([
    writeFile(path, contents),
    writeFile(`${path}.br`, await compressBrotli(contents)),
    writeFile(`${path}.gz`, await compressGzip(contents, { level: 9 })),
  ]);
}

/** What `loader/import-frame.ts` becomes, and why, stands there. */
function importByAddress(path) {
  return {
    name: 'import-by-address',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]loader[\\/]import-frame\.ts$/ }, () => ({
        contents: `export const importFrame = (scriptUrl) => import(new URL(${JSON.stringify(path)}, scriptUrl).href);`,
      }));
    },
  };
}
