/** `npm run eval -- <folder>`: how well the built-in engine decides on a folder of cases. */
import { inCheckout } from './checkout.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

await ensureInstalled();
process.exitCode = await runProgram([inCheckout('src', 'cli', 'eval.ts'), ...process.argv.slice(2)]);
