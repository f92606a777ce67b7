import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `scripts/build-widget.mjs` made. */
export interface WidgetAssets {
  /** The loader's program, still without an agent. */
  loader: string;
  /** File names of the panel's entry points. */
  panel: string;
  /** The same with what the owner's pages show beside it. */
  ownersPanel: string;
  /** One card alone, for whoever edits it. */
  cardPage: string;
  style: string;
  read(name: string, encoding: Encoding): Buffer | null;
}

export type Encoding = 'br' | 'gzip' | 'identity';

const SUFFIX: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' };

/** Reads the build into memory: some 200 kB. @throws Error when the widget was not built */
export function loadWidgetAssets(directory: string): WidgetAssets {
  const manifest = readManifest(directory);
  const contents = new Map<string, Buffer>();
  for (const name of manifest.files)
    for (const suffix of Object.values(SUFFIX))
      contents.set(name + suffix, readFileSync(join(directory, name + suffix)));
  return {
    ...manifest,
    loader: readFileSync(join(directory, 'loader.js'), 'utf8').trim(),
    read: (name, encoding) =>
      manifest.files.includes(name) ? (contents.get(name + SUFFIX[encoding]) ?? null) : null,
  };
}

interface Manifest {
  panel: string;
  ownersPanel: string;
  cardPage: string;
  style: string;
  files: string[];
}

function readManifest(directory: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;
  } catch (cause) {
    throw new Error(`The widget is not built: ${directory} has no manifest.json. Run npm run build.`, {
      cause,
    });
  }
}
