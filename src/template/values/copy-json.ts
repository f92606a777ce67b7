import { TemplateError } from '../template-error.ts';
import { isForbiddenKey } from './forbidden-key.ts';
import { readNumber } from './read-number.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Lists and objects within each other. */
export const MAX_DEPTH = 64;

/** A copy that is plain JSON through and through. @throws TemplateError naming what is not */
export function copyJson(value: unknown, path: string, depth = 0): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return checkNumber(value, path) ?? refuse(path);
  if (depth >= MAX_DEPTH) throw tooDeep(path);
  if (Array.isArray(value)) return Array.from(value, (item) => copyJson(item, path, depth + 1));
  if (!isPlainObject(value)) return refuse(path);
  const fields = Object.entries(value).map(([key, item]): [string, JsonValue] => {
    if (isForbiddenKey(key))
      throw new TemplateError('forbidden_key', path, `has the key ${key}, which is never sent`);
    return [key.toWellFormed(), copyJson(item, path, depth + 1)];
  });
  return Object.fromEntries(fields);
}

/** @returns 0 for what is neither a list nor an object */
export function measureDepth(value: JsonValue): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Object.values(value).reduce<number>((depth, item) => Math.max(depth, measureDepth(item)), 0);
}

/** @returns undefined for what is no number. @throws TemplateError `number_range` */
export function checkNumber(value: unknown, path: string): number | undefined {
  const number = readNumber(value);
  if (number !== 'inexact') return number;
  throw new TemplateError(
    'number_range',
    path,
    'is a number that cannot be sent exactly; long numbers need an input of the type string',
  );
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  // The prototype's own prototype tells objects of other realms, too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export function tooDeep(path: string): TemplateError {
  return new TemplateError(
    'too_deep',
    path,
    `has more than ${MAX_DEPTH} lists and objects within each other`,
  );
}

function refuse(path: string): never {
  throw new TemplateError('input_type', path, 'holds something that JSON does not know');
}
