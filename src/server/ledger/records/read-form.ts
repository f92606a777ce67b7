import { z } from 'zod';
import { CardInvalid, type InputSchema, type JsonObject } from '../../../actions/define.ts';
import type { InputFormField } from '../../../contract/entry.ts';
import { FIELD_MAX_CHARS } from '../../../contract/limits.ts';

/** The form's fields and nothing else, as the action's inputs want them. @throws CardInvalid with one problem per field */
export function readForm(
  fields: InputFormField[],
  { properties }: InputSchema,
  values: JsonObject,
): JsonObject {
  const filled: JsonObject = {};
  const problems: CardInvalid['fields'] = [];
  for (const field of fields) {
    const { name, required } = field;
    const raw = values[name];
    const text = typeof raw === 'string' ? raw.trim() : typeof raw === 'boolean' ? String(raw) : '';
    const refuse = (code: string, message: string) =>
      problems.push({ path: `values.${name}`, code, message });
    const schema = properties[name];
    if (text === '' || schema === undefined) {
      if (required) refuse('required', 'is needed');
      continue;
    }
    if (text.length > FIELD_MAX_CHARS) {
      refuse('too_long', `must have at most ${FIELD_MAX_CHARS} characters`);
      continue;
    }
    const value = toValue(schema, text);
    const parsed = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
    if (parsed.success) filled[name] = value;
    else refuse(faultCode(field.type), 'does not fit');
  }
  if (problems.length > 0) throw new CardInvalid(problems);
  return filled;
}

function toValue(schema: JsonObject, text: string): unknown {
  switch (schema.type) {
    case 'number':
    case 'integer': {
      const plain = text.replace(',', '.');
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : text;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(/[\n,;،]+/).flatMap((item) => item.trim() || []);
    default:
      return schema.format === 'phone' ? text.replace(/^00/, '+').replace(/[\s().\-/]/g, '') : text;
  }
}

/** What the card words: `email` and `phone` have a hint of their own. */
export function faultCode(type: InputFormField['type'] | undefined): string {
  return type === 'email' || type === 'phone' ? type : 'invalid';
}
