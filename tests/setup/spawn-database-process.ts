import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

export interface DatabaseProcess {
  /** What it printed first: the postmaster's process id, or why it did not start. */
  said: Promise<string>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts `database-process.ts`. @param environment what it reads @param user another user of the operating system */
export function spawnDatabaseProcess(
  environment: Record<string, string>,
  user: { uid: number; gid: number } | undefined = undefined,
): DatabaseProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'database-process.ts')], {
    ...user,
    cwd: '/',
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const complaint = text(child.stderr);
  const line = once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first));
  const silence = exited.then(async () => {
    throw new Error(`the process ended without a word: ${await complaint}`);
  });
  silence.catch(() => undefined);
  return {
    said: Promise.race([line, silence]),
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
