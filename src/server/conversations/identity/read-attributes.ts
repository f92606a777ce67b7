import type { JWTPayload } from 'jose';
import {
  ATTRIBUTE_NAME_MAX_CHARS,
  ATTRIBUTE_VALUE_MAX_CHARS,
  ATTRIBUTES_MAX,
  type Attributes,
} from '../../../contract/widget/identity.ts';
import { IdentityFault } from './identity-fault.ts';

/** What a token is made of, and what reaches a prototype: no attribute of anybody. */
const NOT_ATTRIBUTES = new Set([
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'],
  ...['__proto__', 'constructor', 'prototype'],
]);

/** Every other claim that is a text, a number, true or false. Lists and objects are left out. @throws IdentityFault */
export function readAttributes(payload: JWTPayload): Attributes {
  const entries = Object.entries(payload).filter(
    (entry): entry is [string, string | number | boolean] =>
      !NOT_ATTRIBUTES.has(entry[0]) && ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  if (entries.length > ATTRIBUTES_MAX)
    throw badClaim(`The token has ${entries.length} attributes; ${ATTRIBUTES_MAX} are taken at most`);
  for (const [name, value] of entries) checkAttribute(name, value);
  return Object.fromEntries(entries);
}

function checkAttribute(name: string, value: string | number | boolean): void {
  const shown = `The attribute “${name.slice(0, ATTRIBUTE_NAME_MAX_CHARS).toWellFormed()}” of the token`;
  if (name.length > ATTRIBUTE_NAME_MAX_CHARS)
    throw badClaim(`${shown} has a name of more than ${ATTRIBUTE_NAME_MAX_CHARS} characters`);
  if (!isStorable(name)) throw badClaim(`${shown} has characters in its name that cannot be stored`);
  if (typeof value === 'number' && !isExact(value))
    throw badClaim(`${shown} is a number that cannot be kept exactly: send it as text`);
  if (typeof value !== 'string') return;
  if (value.length > ATTRIBUTE_VALUE_MAX_CHARS)
    throw badClaim(`${shown} has more than ${ATTRIBUTE_VALUE_MAX_CHARS} characters`);
  if (!isStorable(value)) throw badClaim(`${shown} has characters that cannot be stored`);
}

/** PostgreSQL holds no NUL and no half of a character. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** An id of twenty digits would become another one, without a word. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function badClaim(message: string): IdentityFault {
  return new IdentityFault('bad_claim', `${message}.`);
}
