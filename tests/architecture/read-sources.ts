import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource, type SourceFile } from './source-file.ts';

/** The TypeScript files below these folders of the checkout. */
export function readSources(root: string, folders: string[]): SourceFile[] {
  return listFiles(root, folders, ['ts', 'tsx']).map((path) =>
    parseSource(path, readFileSync(join(root, path), 'utf8')),
  );
}

/** Paths from the checkout's root, with slashes, sorted. */
export function listFiles(root: string, folders: string[], extensions: string[]): string[] {
  const patterns = folders.flatMap((folder) => extensions.map((extension) => `${folder}/**/*.${extension}`));
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
