const PLACEHOLDER = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;

/** @returns what is wrong with a message of the owner, or null */
export function findMessageFault(message: string, known: string[]): string | null {
  for (const [, name = ''] of message.matchAll(PLACEHOLDER))
    if (!known.includes(name))
      return known.length > 0
        ? `there is no {{${name}}}; there is ${known.join(', ')}`
        : `there is no {{${name}}}; nothing is known here`;
  return null;
}

/**
 * Puts values into a message of the owner, in one pass: what a value looks like changes nothing.
 * @returns an empty text when a value that it speaks of is missing
 */
export function fillMessage(message: string, values: Record<string, unknown>): string {
  let isWhole = true;
  const text = message.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) isWhole = false;
    return toWords(value);
  });
  return isWhole ? text : '';
}

/** A value as a person reads it. */
export function toWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toWords).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
