import { TemplateError } from '../template-error.ts';
import type { JsonValue } from '../values/copy-json.ts';
import type { Filling } from '../values/filling.ts';
import type { Part, Placeholder } from './read-text.ts';
import type { Slot } from './slots.ts';

/** What stands for a secret in previews and in history. It is nobody's secret, so it is shown as it is, everywhere. */
const MASK = '•••';

/**
 * Puts values into a text, once: what a value looks like changes nothing.
 * @param path of the text in the template, for what is no visitor's fault
 * @returns undefined when the whole place is left out
 */
export function fillText(parts: Part[], filling: Filling, slot: Slot, path: string): string | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const value = filling.valueOf(part);
      if (value !== undefined) text += writeValue(value, part, slot, path);
      else if (slot.whenMissing === 'left-out') return undefined;
    }
  }
  return text;
}

/** One value as it is written in a place of this kind. */
export function writeValue(value: JsonValue, part: Placeholder, slot: Slot, path: string): string {
  if (part.isSecret && value === MASK) return MASK;
  const at = part.isSecret ? path : `values.${part.keys.join('.')}`;
  const isJson = typeof value === 'object';
  if (isJson && !slot.takesJson)
    throw new TemplateError('input_type', at, 'is a list or an object, and its place takes a single value');
  const text = isJson ? JSON.stringify(value) : String(value);
  if (slot.refuses?.characters.test(text))
    throw new TemplateError(
      slot.refuses.code,
      at,
      `${part.isSecret ? `gets the secret ${part.keys[0]}, which ` : ''}${slot.refuses.message}`,
    );
  return slot.encode(text);
}

/** A shown URL as a parser of URLs writes it. */
export function encodeMasks(url: string): string {
  return url.replaceAll(MASK, encodeURIComponent(MASK));
}
