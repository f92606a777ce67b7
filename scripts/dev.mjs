/** `npm run dev`: the server, built and started anew whenever a source changes; and beside it the gallery. */
import { inCheckout } from './checkout.mjs';
import { ensureBuilt, hashSources } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { startProgram } from './run-program.mjs';
import { serverCommand, serverEnvironment } from './server-command.mjs';

/** Looking costs 20 ms. Watching would be cheaper, but loses files that editors replace as a whole. */
const LOOK_MS = 700;

let server;
let gallery;
let stopping = false;
let seen = '';
let work = Promise.resolve();

await ensureInstalled();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
look();
const looking = setInterval(look, LOOK_MS);

function look() {
  const now = hashSources();
  if (now === seen) return;
  seen = now;
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
  if (stopping) return;
  server = startProgram(serverCommand, serverEnvironment);
  // It builds itself, when somebody looks and something has changed since.
  gallery ??= startProgram([inCheckout('scripts', 'gallery.mjs')]);
}

async function stopServer() {
  server?.child.kill('SIGTERM');
  await server?.ended;
  server = undefined;
}

async function stop() {
  stopping = true;
  clearInterval(looking);
  await work;
  await stopServer();
  gallery?.child.kill('SIGTERM');
  await gallery?.ended;
  process.exit(0);
}
