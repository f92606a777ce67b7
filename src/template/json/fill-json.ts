import { fillText } from '../text/fill-text.ts';
import { jsonTextSlot } from '../text/slots.ts';
import { MAX_DEPTH, measureDepth, tooDeep } from '../values/copy-json.ts';
import type { Filling } from '../values/filling.ts';
import type { JsonNode } from './read-json.ts';

/** Writes JSON with the values in it, without spaces. A missing optional value is null. @throws TemplateError */
export function fillJson(node: JsonNode, filling: Filling, path: string, depth = 0): string {
  if (typeof node === 'string') return node;
  if ('value' in node) {
    const value = filling.valueOf(node.value) ?? null;
    if (depth + measureDepth(value) > MAX_DEPTH) throw tooDeep(path);
    return JSON.stringify(value);
  }
  if ('text' in node) return JSON.stringify(fillText(node.text, filling, jsonTextSlot, path) ?? '');
  const fill = (child: JsonNode) => fillJson(child, filling, path, depth + 1);
  if ('items' in node) return `[${node.items.map(fill).join(',')}]`;
  return `{${node.fields.map(([key, child]) => `${key}:${fill(child)}`).join(',')}}`;
}
