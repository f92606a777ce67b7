import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inCheckout } from './checkout.mjs';
import { fail } from './fail.mjs';

const file = inCheckout('dist', '.lock');

/**
 * Lets one process of this checkout at a time install or build.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(work) {
  for (let round = 0; !takeLock(); round++) {
    if (round === 0)
      process.stdout.write('Another process is installing or building here; waiting for it.\n');
    removeDeadLock();
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeLock() {
  try {
    mkdirSync(inCheckout('dist'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return fail(`this checkout has to be built, and cannot be written (${error.message})`);
  }
}

/** A killed process does not give its lock back. */
function removeDeadLock() {
  const pid = readLock();
  if (pid && !isAlive(pid) && readLock() === pid) rmSync(file, { force: true });
}

function readLock() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
