import pino from 'pino';

export type Log = pino.Logger;

/**
 * Writes JSON lines to standard output. No transport: it would need a worker thread outside the bundle.
 * Credentials are removed wherever a request or an error carries them.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      serializers: { err: serializeError },
      redact: {
        paths: ['*.authorization', '*.cookie', '*.token', '*.apiKey', '*.password', 'headers.authorization'],
        censor: '•••',
      },
    },
    pino.destination({ fd: 1, sync: false }),
  );
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
