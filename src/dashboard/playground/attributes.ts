import type { Attributes } from '../../contract/widget/identity.ts';

/** `name: value`, one on each line; numbers, true and false are what they look like. Null: a line is none of this. */
export function readAttributes(text: string): Attributes | null {
  const attributes: [string, string | number | boolean][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, name = '', value = ''] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === '') return null;
    attributes.push([name, readValue(value)]);
  }
  return Object.fromEntries(attributes);
}

function readValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  // What would be written another way, such as 007 or a number of twenty digits, is a text.
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}

export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
