/** `npm run prove`: the long proofs, as often as their bars ask; `npm test` runs them a few times only. */
import { inCheckout } from './checkout.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

const proofs = process.argv.length > 2 ? process.argv.slice(2) : ['tests/faults'];

await ensureInstalled();
await ensureBuilt();
const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
process.exitCode = await runProgram([vitest, 'run', ...proofs], { PROVE: 'full' });
