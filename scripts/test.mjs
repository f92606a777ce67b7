/** `npm test`: every check, the quick ones first, then the tests. Further arguments go to vitest. */
import { spawnSync } from 'node:child_process';
import { checkout, inCheckout } from './checkout.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { environmentFor, findNode } from './find-node.mjs';
import { runProgram } from './run-program.mjs';

await ensureInstalled();
check('style', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
check('types', ['typescript/bin/tsc', '-p', '.']);
check('types of the dashboard', ['typescript/bin/tsc', '-p', 'tsconfig.dashboard.json']);
check('dead code', ['knip/bin/knip.js']);
await ensureBuilt();
process.exitCode = await runProgram([program('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);

/** Silent when all is well; otherwise it shows what the tool said and ends. */
function check(name, [path, ...args]) {
  const begin = performance.now();
  const node = findNode();
  const options = { cwd: checkout, env: environmentFor(node), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const { status, stdout, stderr, error } = spawnSync(node, [program(path), ...args], options);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (status === 0) return;
  process.stdout.write(stdout ?? '');
  process.stderr.write(error ? `${error.message}\n` : stderr);
  process.exit(status || 1);
}

function program(path) {
  return inCheckout('node_modules', path);
}
