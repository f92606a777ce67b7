/**
 * Ends with one line for the person at the terminal.
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  process.stderr.write(`bellhop: ${message}\n`);
  process.exit(1);
}
