import type { Place } from '../../platform/secrets/seal.ts';

/** Where the value of a secret is stored, for the vault. */
export function placeOf(name: string): Place {
  return { table: 'secrets', row: name, column: 'value' };
}
