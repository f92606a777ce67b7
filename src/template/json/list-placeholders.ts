import { type Placeholder, placeholdersOf } from '../text/read-text.ts';
import type { JsonNode } from './read-json.ts';

/** Every placeholder of a JSON template, in its order. */
export function listPlaceholders(node: JsonNode): Placeholder[] {
  if (typeof node === 'string') return [];
  if ('value' in node) return [node.value];
  if ('text' in node) return placeholdersOf(node.text);
  const children = 'items' in node ? node.items : node.fields.map(([, child]) => child);
  return children.flatMap(listPlaceholders);
}
