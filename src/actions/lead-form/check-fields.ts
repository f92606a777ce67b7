import { FIELD_MAX_CHARS } from '../../contract/limits.ts';
import type { CardProblem } from '../card-props.ts';
import type { LeadField } from './payload.ts';

/** What the visitor can mend before anything is sent. The server checks again, and more strictly. */
export function checkFields(fields: LeadField[], values: Record<string, string>): CardProblem[] {
  return fields.flatMap((field) => {
    const code = problemOf(field, values[field.name] ?? '');
    return code ? [{ path: field.name, code, message: code }] : [];
  });
}

function problemOf({ type, required }: LeadField, value: string): string | null {
  if (value === '') return required ? 'required' : null;
  if (value.length > FIELD_MAX_CHARS) return 'too_long';
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email';
  if (type === 'phone' && !/^(?=(?:\D*\d){6,15}\D*$)\+?[\d\s()./-]+$/.test(value)) return 'phone';
  return null;
}
