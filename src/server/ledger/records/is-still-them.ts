import {
  type IdentityRow,
  identityValues,
  watchIdentity,
} from '../../conversations/identity/visitor-identity.ts';
import type { CallRow } from '../call-row.ts';

/** What the site signed of the visitor is sent only while it holds. */
export function isStillThem({
  inputs,
  identity,
}: Pick<CallRow, 'inputs'> & { identity: IdentityRow | null }): boolean {
  const values = identityValues(watchIdentity(identity)());
  return Object.values(inputs).every(
    ({ source, value }) =>
      !source.startsWith('identity:') || values[source.slice('identity:'.length)] === value,
  );
}
