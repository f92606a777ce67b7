/** `npm run -s restore`: see src/cli/restore.ts. */
import { inCheckout } from './checkout.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

await ensureInstalled();
process.exitCode = await runProgram([inCheckout('src', 'cli', 'restore.ts'), ...process.argv.slice(2)]);
