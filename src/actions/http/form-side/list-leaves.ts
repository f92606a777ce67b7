/** One value of an answer, and the JSONPath that leads to it. */
export interface Leaf {
  path: string;
  /** What the agent could call it. */
  name: string;
  /** An example. */
  value: string;
}

const LEAVES_MAX = 60;
const VALUE_MAX_CHARS = 80;

/** The values of an answer that can be chosen. All items of a list are one choice. @returns null when it is no JSON */
export function listLeaves(text: string): Leaf[] | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const leaves = new Map<string, Leaf>();
  walk(answer, '$', [], leaves);
  return nameApart([...leaves.values()]);
}

function walk(value: unknown, path: string, keys: string[], leaves: Map<string, Leaf>): void {
  if (leaves.size >= LEAVES_MAX) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 5)) walk(item, `${path}[*]`, keys, leaves);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, path + step(key), [...keys, key], leaves);
    return;
  }
  if (leaves.has(path)) return;
  const shown = String(value);
  leaves.set(path, {
    path,
    name: toName(keys.at(-1) ?? 'answer'),
    value: shown.length > VALUE_MAX_CHARS ? `${shown.slice(0, VALUE_MAX_CHARS)}…` : shown,
  });
}

function step(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function toName(key: string): string {
  const name = key.replace(/\W+/g, '_').slice(0, 64);
  return /^[A-Za-z_]/.test(name) ? name : `field_${name}`.slice(0, 64);
}

/** A name that several values have gets the key above it in front. */
function nameApart(leaves: Leaf[]): Leaf[] {
  const counts = new Map<string, number>();
  for (const { name } of leaves) counts.set(name, (counts.get(name) ?? 0) + 1);
  return leaves.map((leaf) =>
    (counts.get(leaf.name) ?? 0) > 1 ? { ...leaf, name: toName(leaf.path.replace(/^\$\W*/, '')) } : leaf,
  );
}
