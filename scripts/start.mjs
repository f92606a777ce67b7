/** `npm start`: installs and builds what is missing, then runs the server. Needs nothing but Node 20 and npm. */
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';
import { serverCommand, serverEnvironment } from './server-command.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runProgram([...serverCommand, ...process.argv.slice(2)], serverEnvironment);
