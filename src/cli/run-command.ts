import { StartError } from '../server/platform/start-error.ts';

/** Runs a command to its end. What the operator can mend is told in a line, anything else as it is. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
