import type { Place } from '../../platform/secrets/seal.ts';

/** Where the proof of possession of an authorization is sealed. */
export function verifierPlace(hash: Buffer): Place {
  return { table: 'oauth_states', row: hash.toString('base64url'), column: 'verifier' };
}
