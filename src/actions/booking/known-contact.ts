import type { ActionContext, JsonObject } from '../define.ts';

/** What may be written into a booking form for the visitor: what they said, or left in a form. A model's guess may not. */
export async function readKnownContact(
  inputs: JsonObject,
  context: Pick<ActionContext, 'visitorWords' | 'readContact'>,
): Promise<{ name: string; email: string }> {
  const words = context.visitorWords().join('\n').normalize('NFKC').toLowerCase();
  const contact = await context.readContact();
  const said = (value: unknown) => {
    const text = typeof value === 'string' ? value.trim().slice(0, 200) : '';
    return text !== '' && words.includes(text.normalize('NFKC').toLowerCase()) ? text : '';
  };
  return {
    name: said(inputs.name) || (contact.name ?? ''),
    email: said(inputs.email) || (contact.email ?? ''),
  };
}
