/** What can be referred to. */
export type Target =
  | { type: 'secret'; name: string }
  | { type: 'connection'; id: string }
  | { type: 'action'; id: string };

/** Of a secret its name, else its id. */
export function keyOf(target: Target): string {
  return target.type === 'secret' ? target.name : target.id;
}
