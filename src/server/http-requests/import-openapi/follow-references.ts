import { importFault } from '../import/import-fault.ts';
import { isObject, type JsonObject } from './json-object.ts';

/** Gives the object that a value is or refers to; what is no object counts as empty. */
export type Follow = (value: unknown) => JsonObject;

/** Documents that refer to themselves in every direction end here, long after real ones are read. */
const MAX_STEPS = 50_000;
const MAX_CHAIN = 50;

/**
 * Follows `$ref`s inside of a document, each only when it is needed: a broken one elsewhere does no harm, and a circle
 * is none. Other documents are never opened, neither files nor addresses.
 */
export function followReferences(document: JsonObject): Follow {
  let steps = 0;
  return (value) => {
    let found = value;
    for (let chain = 0; isObject(found); chain += 1) {
      steps += 1;
      if (steps > MAX_STEPS || chain > MAX_CHAIN)
        throw importFault('openapi', 'The document refers to itself too many times to be read.');
      const { $ref: reference, ...beside } = found;
      if (typeof reference !== 'string') return found;
      const target = lookUp(document, reference);
      // Since 3.1 a reference may bring its own description.
      found = isObject(target) && !('$ref' in target) ? { ...target, ...beside } : target;
    }
    return {};
  };
}

function lookUp(document: JsonObject, reference: string): unknown {
  const shown = reference.slice(0, 100);
  if (!reference.startsWith('#'))
    throw importFault(
      'openapi',
      `The document refers to another one ("${shown}"), which is never opened. Bundle both into one.`,
    );
  let target: unknown = document;
  for (const key of reference.slice(1).split('/').slice(1).map(readKey)) {
    const holder: object = typeof target === 'object' && target !== null ? target : {};
    if (!Object.hasOwn(holder, key))
      throw importFault('openapi', `The document refers to "${shown}", which is not in it.`);
    target = (holder as JsonObject)[key];
  }
  return target;
}

function readKey(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
