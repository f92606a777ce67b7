import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Sends a process that a test has started the signal, and waits until it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
