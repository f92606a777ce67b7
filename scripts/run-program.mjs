import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { checkout } from './checkout.mjs';
import { environmentFor, findNode } from './find-node.mjs';

/** What asks a program to end; on Ctrl-C the terminal tells the program itself as well. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a script with the right Node on our terminal, passes signals on, and resolves with its exit code.
 * @param {string[]} args the script and its arguments
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<number>}
 */
export function runProgram(args, environment = {}) {
  const { child, ended } = startProgram(args, environment);
  const passOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  return ended.finally(() => {
    for (const signal of SIGNALS) process.off(signal, passOn);
  });
}

/** The same without waiting: `ended` resolves with the exit code. */
export function startProgram(args, environment = {}) {
  const node = findNode();
  const child = spawn(node, args, {
    cwd: checkout,
    env: { ...environmentFor(node), ...environment },
    stdio: 'inherit',
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  return { child, ended };
}
