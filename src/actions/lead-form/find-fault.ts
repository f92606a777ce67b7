import { FIELD_MAX_CHARS } from '../../contract/limits.ts';
import type { LeadField } from './payload.ts';

export type FieldFault = 'required' | 'too_long' | 'email' | 'phone';

/** What is wrong with a field, on both sides of the wire. The server looks at addresses more strictly. */
export function findFault({ type, required }: LeadField, value: string): FieldFault | null {
  if (value === '') return required ? 'required' : null;
  if (value.length > FIELD_MAX_CHARS) return 'too_long';
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email';
  // Local numbers are written in many ways: digits decide, and nothing that cannot stand in a number.
  if (type === 'phone' && !/^(?=(?:\D*\d){6,15}\D*$)\+?[\d\s()./-]+$/.test(value)) return 'phone';
  return null;
}
