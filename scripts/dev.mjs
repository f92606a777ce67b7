/** `npm run dev`: the server, built and started anew whenever a source changes. */
import { watch } from 'node:fs';
import { inCheckout } from './checkout.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { startProgram } from './run-program.mjs';
import { serverCommand } from './server-command.mjs';

/** Editors write in several steps. */
const SETTLE_MS = 100;

let server;
let stopping = false;
let timer;
let work = Promise.resolve();

await ensureInstalled();
for (const folder of ['src', 'demo', 'migrations']) {
  watch(inCheckout(folder), { recursive: true }, (_, name) => {
    if (name?.includes('.test.')) return;
    clearTimeout(timer);
    timer = setTimeout(scheduleRestart, SETTLE_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
scheduleRestart();

function scheduleRestart() {
  work = work.then(restart);
}

async function restart() {
  if (stopping) return;
  try {
    await ensureBuilt();
  } catch (error) {
    // esbuild has already shown where; the server goes on with what it has.
    process.stderr.write(`The build failed: ${error.message}\n`);
    return;
  }
  await stopServer();
  if (!stopping) server = startProgram(serverCommand);
}

async function stopServer() {
  server?.child.kill('SIGTERM');
  await server?.ended;
  server = undefined;
}

async function stop() {
  stopping = true;
  clearTimeout(timer);
  await work;
  await stopServer();
  process.exit(0);
}
