import type { Attributes } from '../../../contract/widget/identity.ts';

/** Who a visitor is, as far as it is proved at this moment. */
export interface VisitorIdentity {
  isVerified: boolean;
  /** Null and empty unless verified. */
  sub: string | null;
  attributes: Attributes;
}

/** What `IDENTITY` reads. */
export interface IdentityRow {
  sub: string;
  attributes: Attributes;
  /** Milliseconds that it holds for, from when it was read. */
  holdsForMs: number;
}

/** SQL: the identity of the visitor `visitor`, as JSON; null when it is not proved now. */
export const IDENTITY = `case when visitor.verified_until > now() then jsonb_build_object(
  'sub', visitor.sub,
  'attributes', visitor.attributes,
  'holdsForMs', extract(epoch from visitor.verified_until - now()) * 1000
) end`;

const UNKNOWN: VisitorIdentity = { isVerified: false, sub: null, attributes: {} };

/** Tells who the visitor is whenever it is asked: a turn may outlast the proof that it began with. */
export function watchIdentity(row: IdentityRow | null | undefined): () => VisitorIdentity {
  if (!row) return () => UNKNOWN;
  const { sub, attributes } = row;
  const endsAt = performance.now() + row.holdsForMs;
  return () => (performance.now() < endsAt ? { isVerified: true, sub, attributes } : UNKNOWN);
}

/** What the inputs `identity:…` of a request can have: the attributes, and `sub`. */
export function identityValues({ isVerified, sub, attributes }: VisitorIdentity): Record<string, unknown> {
  return isVerified ? { ...attributes, sub } : {};
}
