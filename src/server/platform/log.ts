import pino from 'pino';
import { createRedactor, type Redactor } from './secrets/redactor.ts';

export type Log = pino.Logger;

interface LogOptions {
  /** Knows the values that must not be written. */
  redactor?: Redactor;
  /** Undefined: standard output. */
  destination?: pino.DestinationStream;
}

/**
 * Writes JSON lines to standard output. No transport: it would need a worker thread outside the bundle.
 * Credentials are removed wherever a request or an error carries them; secrets that are known, wherever they stand.
 */
export function createLog(
  level: string,
  { redactor = createRedactor(), destination = pino.destination({ fd: 1, sync: false }) }: LogOptions = {},
): Log {
  return pino(
    {
      level,
      base: null,
      serializers: { err: serializeError },
      redact: {
        paths: ['*.authorization', '*.cookie', '*.token', '*.apiKey', '*.password', 'headers.authorization'],
        censor: '•••',
      },
      hooks: { streamWrite: (line) => redactLine(redactor, line) },
    },
    destination,
  );
}

/** In the text of a line a mask could cut an escape in two, so where something is found, its strings are cleaned. */
function redactLine(redactor: Redactor, line: string): string {
  if (redactor.redact(line) === line) return line;
  return `${JSON.stringify(redactor.redactJson(JSON.parse(line)))}\n`;
}

/**
 * What helps to find a fault, and no more: a database error carries the whole client, drizzle's the statement with all
 * its values, which are people's words. Their cause says what is wrong.
 */
function serializeError(error: Error): object {
  const { name, message, stack, code } = (
    'params' in error && error.cause instanceof Error ? error.cause : error
  ) as NodeJS.ErrnoException;
  return { name, message, stack, ...(code === undefined ? {} : { code }) };
}
