import type { PartEnd } from './format.ts';

/** Of all tables together. */
export function countRows(parts: PartEnd[]): number {
  return parts.reduce((sum, { kind, rows }) => (kind === 'table' ? sum + rows : sum), 0);
}
