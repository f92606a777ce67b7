/** `npm run -s backup`: see src/cli/backup.ts. */
import { inCheckout } from './checkout.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

await ensureInstalled();
process.exitCode = await runProgram([inCheckout('src', 'cli', 'backup.ts'), ...process.argv.slice(2)]);
