/** Keys that reach an object's prototype in the programs of many languages that read JSON. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}
