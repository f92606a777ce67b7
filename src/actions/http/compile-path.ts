import { JSONPathEnvironment, type JSONPathQuery } from 'json-p3';

/** An answer that nests deeper is read no further. */
const environment = new JSONPathEnvironment({ maxRecursionDepth: 50 });

/** @returns the query, or the error that says what is wrong with it */
export function compilePath(path: string): JSONPathQuery | Error {
  try {
    return environment.compile(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
