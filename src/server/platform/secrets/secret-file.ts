import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * The text of the secret file in the data folder; made there when there is none. Processes that start at the same
 * moment get the same text.
 * @throws StartError when it can be neither read nor made
 */
export function readSecretFile(dataDir: string): { path: string; text: string } {
  const path = join(dataDir, 'bellhop.secret');
  try {
    const text = readIfThere(path) ?? makeFile(path);
    return { path, text: text.trim() };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The secret file ${path} cannot be used (${reason}). Make it readable for this user, or set BELLHOP_SECRET.`,
      { cause },
    );
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: it is written beside, and a link is made only where nothing is. Whoever comes first wins. */
function makeFile(path: string): string {
  const draft = `${path}.${randomUUID()}`;
  try {
    const text = `${randomBytes(32).toString('base64')}\n`;
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8');
}
