import type { ErrorDetail } from '../../../contract/errors.ts';

/**
 * Makes all strings of a JSON value such that PostgreSQL can hold them: halves of characters are replaced as browsers
 * do it, and a NUL, which nobody types, is a problem at its path.
 */
export function cleanStrings(value: unknown, path: string[], problems: ErrorDetail[]): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0'))
      problems.push({ path: path.join('.'), message: 'must not contain a NUL character' });
    return value.toWellFormed();
  }
  if (Array.isArray(value))
    return value.map((item, index) => cleanStrings(item, [...path, String(index)], problems));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      cleanStrings(key, [...path, 'key'], problems),
      cleanStrings(item, [...path, key], problems),
    ]),
  );
}
