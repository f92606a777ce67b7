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
      redact: {
        paths: ['*.authorization', '*.cookie', '*.token', '*.apiKey', '*.password', 'headers.authorization'],
        censor: '•••',
      },
    },
    pino.destination({ fd: 1, sync: false }),
  );
}
